import { BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron'
import * as v from 'valibot'
import type { Theme } from '@shared/domain/look'
import type { Preferences } from '../ports'
import { isOnAScreen } from './onAScreen'
import { surfaces } from './surfaces'

interface Options {
  preload: string
  url: string
  icon: string
  devTools: boolean
  preferences: Preferences
  theme: Theme
  /** It is made, but nobody sees it yet. */
  hidden: boolean
  onPreloadError: () => void
}

const boundsSchema = v.strictObject({ x: v.number(), y: v.number(), width: v.number(), height: v.number(), maximised: v.boolean() })
const smallest = { width: 900, height: 600 }
const fresh = { width: 1280, height: 800 }

/** Opens the program's one window, where it was the last time if that screen still exists. */
export function openWindow({ preload, url, icon, devTools, preferences, theme, hidden, onPreloadError }: Options): BrowserWindow {
  const stored = v.safeParse(boundsSchema, preferences.get('window'))
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...(stored.success && isOnAScreen(stored.output, screens) ? rectangle(stored.output) : fresh),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    icon,
    autoHideMenuBar: true,
    backgroundColor: surfaces[theme === 'system' ? nativeTheme.shouldUseDarkColors ? 'dark' : 'light' : theme],
    webPreferences: {
      preload, devTools,
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
    },
  })
  if (stored.success && stored.output.maximised) {
    // Maximising shows it.
    if (hidden) window.once('show', () => { window.maximize() })
    else window.maximize()
  }
  if (!hidden) window.once('ready-to-show', () => { window.show() })
  window.webContents.on('preload-error', onPreloadError)
  window.on('close', () => { remember(window, preferences) })
  void window.loadURL(url)
  return window
}

function remember(window: BrowserWindow, preferences: Preferences): void {
  // A full disk must not keep the window from closing; the next start then opens it at its usual place.
  try { preferences.set('window', { ...window.getNormalBounds(), maximised: window.isMaximized() }) } catch { /* said above */ }
}

const rectangle = ({ x, y, width, height }: Rectangle): Rectangle => ({ x, y, width, height })
