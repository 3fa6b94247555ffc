import type { Desktop, Notification, TrayItem, TrayView } from '@main/ports'

/** A desktop that lasts as long as the test, and what can be done to one. */
export interface MemoryDesktop extends Desktop {
  /** Notifications that were shown, in order. */
  shown: Notification[]
  /** Keys of those that an earlier run has shown; replace it. */
  earlier: string[]
  /** Clicks one of those; null where the system does not say which. */
  clickEarlier: (key: string | null) => void
  /** Keys of those that were closed; '*' for all. */
  closed: string[]
  /** Whether it shows notifications; replace it. */
  shows: () => boolean
  tray: Desktop['tray'] & { view: TrayView, hasPanel: boolean }
  /** Rings so far, and how often the window was brought up. */
  rings: { sound: boolean }[]
  windows: number
  count: number
  logins: { on: boolean, hidden: boolean }[]
  /** Chooses an item of the tray's menu. */
  choose: (label: string) => void
  sleep: () => void
}

export function memoryDesktop(): MemoryDesktop {
  let slept: () => void = () => undefined
  let clicked: (key: string | null) => void = () => undefined
  const desktop: MemoryDesktop = {
    shown: [], closed: [], earlier: [], rings: [], windows: 0, count: 0, logins: [],
    shows: () => true,
    notifier: {
      async show(notification) {
        if (desktop.shows()) desktop.shown.push(notification)
        return desktop.shows()
      },
      close(key) { desktop.closed.push(key) },
      closeAll() { desktop.closed.push('*') },
      async takeUp(onClick) {
        clicked = onClick
        return desktop.earlier
      },
    },
    tray: {
      hasPanel: true,
      view: { icon: 'signedOut', count: 0, tooltip: '', menu: [] },
      isThere: () => desktop.tray.hasPanel,
      show(view) { desktop.tray.view = view },
    },
    badge(count) { desktop.count = count },
    ring(how) { desktop.rings.push(how) },
    showWindow() { desktop.windows += 1 },
    quit() { throw new Error('nobody expects that') },
    async startAtLogin(how) { desktop.logins.push(how) },
    onTray: () => undefined,
    onSleep(run) { slept = run },
    choose: (label) => { actionOf(desktop.tray.view.menu, label).run() },
    sleep: () => { slept() },
    clickEarlier: (key) => { clicked(key) },
  }
  return desktop
}

function actionOf(menu: TrayItem[], label: string): Extract<TrayItem, { kind: 'action' }> {
  const found = menu.find((item) => item.kind === 'action' && item.label === label)
  if (found?.kind !== 'action') throw new Error(`no item ${label}`)
  return found
}
