import { BrowserWindow, nativeTheme, screen, type IpcMainInvokeEvent, type Rectangle } from 'electron'
import * as v from 'valibot'
import { wallPictureSchema, type WallPicture, type WallScreen } from '@shared/domain/wall'
import type { Theme } from '@shared/domain/look'
import { wallChannels } from '@shared/ipc/wallBridge'
import { rateLimit } from '../ipc/rateLimit'
import type { Preferences, WallWindow } from '../ports'
import { deskWindows, markWall } from './deskWindows'
import { isOwnPage } from './ipc'
import { isOnAScreen } from './onAScreen'
import { surfaces } from './surfaces'
import { wallPlace, type Place } from './wallPlace'

interface Options {
  preload: string
  url: string
  icon: string
  devTools: boolean
  preferences: Preferences
  theme: () => Theme
}

type Found = ReturnType<typeof wallPlace>
type Given = Parameters<WallWindow['open']>[0]

const KEY = 'wall.bounds'
const boundsSchema = v.strictObject({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })

/**
 * The window for a screen on a wall: sandboxed as the desk's is, of another origin, so that main answers it nothing of the contract, and
 * with one channel of its own. Escape closes it, and so does the end of the desk's window; its page knows no key but Space.
 */
export function electronWall(options: Options): WallWindow {
  const { preferences } = options
  const listeners = new Set<() => void>()
  const changed = () => { for (const run of listeners) run() }
  let window: BrowserWindow | undefined
  let given: Given | undefined
  let shown: Found | undefined
  let isLost = false

  const place = () => {
    const [first, ...others] = screen.getAllDisplays().map(placeOf)
    const kept = v.safeParse(boundsSchema, preferences.get(KEY))
    const found = wallPlace({
      screens: [first!, ...others], chosen: given?.screen ?? '', desks: desksScreen(), kept: kept.success ? kept.output : undefined,
    })
    isLost = found.isLost
    return found
  }

  /** At its place: a window that fills a screen can not be moved to another, so another one takes its place. */
  function settle() {
    const found = place()
    if (window && shown && stays(window, shown, found)) return
    const before = window
    const opened = window = makeWindow(options, found)
    shown = found
    serveWall(opened, options.url, () => given!.picture())
    if (!found.isFull) opened.on('close', () => { remember(opened, preferences) })
    opened.once('closed', () => {
      if (window !== opened) return
      window = undefined
      changed()
    })
    closeWithDesk(opened)
    before?.destroy()
  }

  function open(next: Given) {
    const wasOpen = window !== undefined
    given = next
    settle()
    if (!wasOpen) changed()
  }

  const screensChanged = () => {
    if (window) settle()
    changed()
    window?.webContents.send(wallChannels.changed)
  }
  for (const event of ['display-added', 'display-removed', 'display-metrics-changed'] as const) screen.on(event as 'display-added', screensChanged)

  return {
    open,
    isOpen: () => window !== undefined,
    close: () => { window?.close() },
    tell: () => { window?.webContents.send(wallChannels.changed) },
    screens: () => screen.getAllDisplays().map((display): WallScreen => ({
      id: String(display.id), name: display.label, ...sizeOf(display.bounds), isDesks: String(display.id) === desksScreen(),
    })),
    isLost: () => isLost,
    onChange: (run) => { listeners.add(run) },
  }
}

const sizeOf = ({ width, height }: Rectangle) => ({ width, height })
const placeOf = ({ id, bounds, workArea }: Electron.Display): Place => ({ id: String(id), bounds, workArea })

function desksScreen(): string {
  const desk = deskWindows()[0]
  return String((desk ? screen.getDisplayMatching(desk.getBounds()) : screen.getPrimaryDisplay()).id)
}

function makeWindow({ preload, url, icon, devTools, theme }: Options, { bounds, isFull }: Found): BrowserWindow {
  const chosen = theme()
  const window = new BrowserWindow({
    ...bounds, minWidth: 640, minHeight: 360, show: false, icon, autoHideMenuBar: true, fullscreenable: true,
    backgroundColor: surfaces[chosen === 'system' ? nativeTheme.shouldUseDarkColors ? 'dark' : 'light' : chosen],
    webPreferences: {
      preload, devTools,
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
    },
  })
  markWall(window)
  window.setMenuBarVisibility(false)
  window.webContents.on('before-input-event', (_event, { type, key }) => { if (type === 'keyDown' && key === 'Escape') window.close() })
  // A wall that died shows nothing; whoever wants it opens it again.
  window.webContents.on('render-process-gone', () => { window.destroy() })
  window.once('ready-to-show', () => {
    if (isFull) window.setFullScreen(true)
    window.showInactive()
  })
  void window.loadURL(url)
  return window
}

/** Answers this window's page, and only its own top frame, with pictures that the schema knows. */
function serveWall({ webContents }: BrowserWindow, url: string, picture: () => Promise<WallPicture>): void {
  const admit = rateLimit({ perSecond: 10, burst: 20, clock: Date.now })
  const isWall = isOwnPage(url.split('/').slice(0, 3).join('/'))
  webContents.ipc.handle(wallChannels.look, async ({ senderFrame }: IpcMainInvokeEvent) => {
    if (!isWall(senderFrame) || !admit()) return null
    return v.parse(wallPictureSchema, await picture())
  })
}

/** Whether the window is already where it belongs; one that people can move stays where they put it, as long as it can be seen. */
function stays(window: BrowserWindow, before: Found, now: Found): boolean {
  if (now.isFull || before.isFull) return JSON.stringify([before.isFull, before.bounds]) === JSON.stringify([now.isFull, now.bounds])
  return isOnAScreen(window.getBounds(), screen.getAllDisplays().map(({ workArea }) => workArea))
}

function closeWithDesk(wall: BrowserWindow): void {
  deskWindows()[0]?.once('closed', () => { if (!wall.isDestroyed()) wall.close() })
}

function remember(window: BrowserWindow, preferences: Preferences): void {
  // A full disk must not keep it from closing.
  try { preferences.set(KEY, window.getNormalBounds()) } catch { /* it opens at its usual place then */ }
}
