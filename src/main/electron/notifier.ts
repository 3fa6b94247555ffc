import { Notification } from 'electron'
import type { Notifier } from '../ports'

/** A system that has not shown it by then does not show it: without a service, `isSupported()` is true all the same. */
const PATIENCE_MS = 3000
/** Kept beyond their end, for clicks that come from a notification centre hours later. */
const HELD = 100

/**
 * The system's notifications. Each is kept: one that is collected as garbage hears no click any more.
 * On Linux the body is markup, which Electron passes on as it is.
 */
export function electronNotifier(platform: NodeJS.Platform): Notifier {
  const held = new Map<string, Notification>()

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

  return {
    async show({ key, title, body, sound, stays, onClick }) {
      close(key)
      const notification = new Notification({
        title, body: platform === 'linux' ? escaped(body) : body, silent: !sound,
        ...stays && { urgency: 'critical', timeoutType: 'never' },
      })
      hold(key, notification)
      notification.on('click', () => {
        if (held.get(key) === notification) held.delete(key)
        onClick()
      })
      return whetherShown(notification)
    },
    close,
    closeAll() { for (const key of [...held.keys()]) close(key) },
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

/**
 * Windows gives clicks on notifications of an earlier run, and of ones that were forgotten, to the program as a whole; Electron hands
 * them on since 45. `onClick` also comes for those that are held.
 */
export function hearOldNotifications(onClick: () => void): void {
  const { handleActivation } = Notification as Partial<typeof Notification>
  if (process.platform === 'win32') handleActivation?.call(Notification, onClick)
}
