import path from 'node:path'
import { app, nativeImage, Notification, powerMonitor, shell } from 'electron'
import type { Desktop } from '../ports'
import { deskWindows } from './deskWindows'
import { startAtLogin } from './loginItem'
import { electronNotifier } from './notifier'
import { electronTray } from './tray'
import { introduceToWindows } from './windowsIdentity'

interface Options {
  platform: NodeJS.Platform
  /** resources/tray */
  folder: string
  /** Brings the window to the front, opening it where there is none. */
  showWindow: () => void
}

/** How this desktop is told of what happens. */
export function electronDesktop({ platform, folder, showWindow }: Options): Desktop {
  const listeners = new Set<() => void>()
  const tray = electronTray({ folder, platform, onClick: showWindow, onChange: () => { for (const run of listeners) run() } })
  if (platform === 'win32') introduceToWindows(app, process.execPath)
  return {
    notifier: electronNotifier(platform, Notification),
    tray,
    badge: (count) => { setBadge(count, folder, platform) },
    ring({ sound }) {
      if (sound) shell.beep()
      for (const window of deskWindows()) if (!window.isFocused()) window.flashFrame(true)
    },
    showWindow,
    quit() { app.quit() },
    startAtLogin: (how) => startAtLogin(how, platform),
    onTray: (run) => { listeners.add(run) },
    onSleep(run) { powerMonitor.on('suspend', run) },
  }
}

/** Windows has no number of its own: a small picture lies over the icon in the taskbar. */
function setBadge(count: number, folder: string, platform: NodeJS.Platform): void {
  if (platform !== 'win32') {
    app.setBadgeCount(count)
    return
  }
  const picture = count > 0 ? nativeImage.createFromPath(path.join(folder, `badge-${count > 9 ? 'more' : count}.png`)) : null
  for (const window of deskWindows()) window.setOverlayIcon(picture, count > 0 ? String(count) : '')
}
