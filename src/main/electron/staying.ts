import { app, type BrowserWindow } from 'electron'
import type { Desktop, Preferences } from '../ports'
import { settings } from '../settings/settings'
import type { Speaking } from '../tongue/tongue'

interface Options {
  desktop: Pick<Desktop, 'tray' | 'onTray' | 'notifier' | 'showWindow'>
  preferences: Preferences
  speaking: Speaking
  /** Started without a window, as at login. */
  hidden: boolean
}

/** A panel may start after the programs of a login: so long a window that was to stay hidden waits for the tray. */
const PATIENCE_MS = 15_000

/** Lets closing the window leave the program in the tray, but only where there is one: elsewhere nobody could find it again. */
export function stayInTray(window: BrowserWindow, { desktop, preferences, speaking, hidden }: Options): void {
  let isQuitting = false
  app.on('before-quit', () => { isQuitting = true })
  window.on('close', (event) => {
    const { whenClosed: wish } = settings({ preferences, onChange: () => undefined }).read()
    if (isQuitting || wish === 'quit') return
    if (wish === 'minimise') {
      event.preventDefault()
      window.minimize()
    } else if (desktop.tray.isThere()) {
      event.preventDefault()
      window.hide()
      tellOnce(desktop, preferences, speaking)
    }
  })

  const comeBack = () => {
    if (!window.isDestroyed() && !window.isVisible() && !desktop.tray.isThere()) window.showInactive()
  }
  desktop.onTray(comeBack)
  if (hidden) setTimeout(comeBack, PATIENCE_MS)
}

/** That the program goes on without its window, on this computer once. */
function tellOnce({ notifier, showWindow }: Options['desktop'], preferences: Preferences, speaking: Speaking): void {
  if (preferences.get('tray.told') === true) return
  preferences.set('tray.told', true)
  const { app: { name }, alerts: { stays } } = speaking().texts
  void notifier.show({ key: 'tray', title: name, body: stays, sound: false, stays: false, onClick: showWindow })
}
