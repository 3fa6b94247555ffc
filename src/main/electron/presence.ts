import { app, powerMonitor } from 'electron'
import { followScreenLock } from '../bus/screenLock'
import { after } from '../feed/after'
import type { Presence } from '../ports'
import { deskWindows } from './deskWindows'

/** Without a key or a movement for this long nobody is taken to be there, in seconds. */
const IDLE_AFTER = 300

/** From the windows, the system's idle time and its power events. */
export function electronPresence(): Presence {
  const listeners = new Set<() => void>()
  const tell = () => { for (const run of listeners) run() }
  // Woken up comes twice on Electron 33 (electron/electron#44252).
  powerMonitor.on('resume', tell)
  powerMonitor.on('unlock-screen', tell)
  app.on('browser-window-focus', tell)
  app.on('browser-window-created', (_, window) => {
    window.on('show', tell)
    window.on('restore', tell)
  })
  const idleSeconds = idleTime()
  return {
    read: () => ({ attention: attention(idleSeconds()), onBattery: powerMonitor.onBatteryPower }),
    onReturn: (run) => { listeners.add(run) },
    idleSeconds,
    onAway(run) {
      powerMonitor.on('suspend', run)
      powerMonitor.on('lock-screen', run)
      const address = process.env['DBUS_SESSION_BUS_ADDRESS']
      if (process.platform === 'linux' && address) void followScreenLock({ address, after, onLocked: run })
    },
  }
}

/**
 * Seconds since anybody touched the computer, or our window: remote control and some desktops' helpers bring input to a window of which the
 * system's idle time knows nothing.
 */
function idleTime(): () => number {
  let touchedAt = Date.now()
  app.on('web-contents-created', (_, contents) => { contents.on('input-event', () => { touchedAt = Date.now() }) })
  return () => Math.min(powerMonitor.getSystemIdleTime(), (Date.now() - touchedAt) / 1000)
}

function attention(idleSeconds: number) {
  const isSeen = deskWindows().some((window) => window.isVisible() && !window.isMinimized())
  if (!isSeen) return 'hidden'
  return idleSeconds >= IDLE_AFTER ? 'idle' : 'active'
}
