import type { Notification } from 'electron'
import { keyInActivation } from '../alerts/notificationKey'
import type { Notifier } from '../ports'

/** Electron's notifications; some of it only in versions and on systems that have it. */
export type Notifications =
  (new (options: Electron.NotificationConstructorOptions) => Notification) & Partial<Pick<typeof Notification, 'getHistory' | 'handleActivation'>>

/** A system that has not shown it by then does not show it: without a service, `isSupported()` is true all the same. */
const PATIENCE_MS = 3000
/** Kept beyond their end, for clicks that come from a notification centre hours later. */
const HELD = 100
/** Within this a click is told of twice. */
const ECHO_MS = 1000

/**
 * The system's notifications. Each is kept: one that is collected as garbage hears no click any more.
 * On Linux the body is markup, which Electron passes on as it is.
 */
export function electronNotifier(platform: NodeJS.Platform, Native: Notifications): Notifier {
  const held = new Map<string, Notification>()
  let heardAt = -Infinity

  function hold(key: string, notification: Notification) {
    held.delete(key)
    held.set(key, notification)
    for (const [oldest] of held) {
      if (held.size <= HELD) break
      held.delete(oldest)
    }
  }

  function close(key: string) {
    held.get(key)?.close()
    held.delete(key)
  }

  /** macOS lists what stands in its centre: each is held, so that it can be clicked and closed as before. */
  async function takeUpHistory(onClick: (key: string) => void): Promise<string[]> {
    const standing = platform === 'darwin' ? await Native.getHistory?.() ?? [] : []
    for (const notification of standing) {
      const { id } = notification
      if (held.has(id)) continue
      hold(id, notification)
      notification.on('click', () => { onClick(id) })
    }
    return standing.map(({ id }) => id)
  }

  return {
    async show({ key, title, body, sound, stays, onClick }) {
      close(key)
      const notification = new Native({
        // macOS and Windows know it by this in later runs.
        ...platform !== 'linux' && { id: key },
        title, body: platform === 'linux' ? escaped(body) : body, silent: !sound,
        ...stays && { urgency: 'critical', timeoutType: 'never' },
      })
      hold(key, notification)
      notification.on('click', () => {
        heardAt = Date.now()
        if (held.get(key) === notification) held.delete(key)
        onClick()
      })
      return whetherShown(notification)
    },
    close,
    closeAll() { for (const key of [...held.keys()]) close(key) },
    takeUp(onClick) {
      // Windows gives every click to the program as a whole, those on held ones once more: what they opened must stay open.
      if (platform === 'win32') {
        Native.handleActivation?.(({ type, arguments: words }) => {
          const key = keyInActivation(words)
          if (type === 'click' && (key !== null || Date.now() - heardAt > ECHO_MS)) onClick(key)
        })
      }
      return takeUpHistory(onClick)
    },
  }
}

const whetherShown = (notification: Notification) => new Promise<boolean>((resolve) => {
  const late = setTimeout(() => { resolve(false) }, PATIENCE_MS)
  const end = (isShown: boolean) => {
    clearTimeout(late)
    resolve(isShown)
  }
  notification.once('show', () => { end(true) })
  notification.once('failed', () => { end(false) })
  notification.show()
})

/** For a body that is read as markup. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
