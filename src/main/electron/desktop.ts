import { app, BrowserWindow, powerMonitor, shell } from 'electron'
import type { Desktop } from '../ports'
import { electronNotifier, hearOldNotifications } from './notifier'

interface Options {
  platform: NodeJS.Platform
  /** Brings the window to the front, opening it where there is none. */
  showWindow: () => void
}

/** How this desktop is told of what happens. */
export function electronDesktop({ platform, showWindow }: Options): Desktop {
  hearOldNotifications(showWindow)
  return {
    notifier: electronNotifier(platform),
    tray: { isThere: () => false, show: () => undefined },
    badge(count) { app.setBadgeCount(count) },
    ring({ sound }) {
      if (sound) shell.beep()
      for (const window of BrowserWindow.getAllWindows()) if (!window.isFocused()) window.flashFrame(true)
    },
    showWindow,
    quit() { app.quit() },
    startAtLogin: async () => undefined,
    onTray: () => undefined,
    onSleep(run) { powerMonitor.on('suspend', run) },
  }
}
