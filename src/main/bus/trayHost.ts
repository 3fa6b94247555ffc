import type { After } from '@main/feed/after'
import { busCall, connect, type Bus } from './connect'
import type { Message } from './message'
import type { Variant } from './marshal'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const DBUS = 'org.freedesktop.DBus'
/** A bus that is lost or not there yet is looked for again. */
const AGAIN_MS = 30_000

interface Dependencies {
  /** As in `DBUS_SESSION_BUS_ADDRESS`; undefined where there is no session bus. */
  address: string | undefined
  after: After
  onChange: () => void
}

/**
 * Whether this desktop shows icons in a tray: a `StatusNotifierWatcher` owns its name and a host (a panel) has registered with it.
 * Electron does not tell: a tray of its own can be made and shows nowhere (GNOME without its extension).
 */
export interface TrayHost {
  isThere: () => boolean
  /** Resolves when it was looked for the first time. */
  looked: Promise<void>
}

/** Watches the tray's host come and go. Never throws. */
export function trayHost({ address, after, onChange }: Dependencies): TrayHost {
  let isThere = false

  function set(next: boolean) {
    if (next === isThere) return
    isThere = next
    onChange()
  }

  async function follow(at: string): Promise<void> {
    try {
      const bus = await connect(at)
      const look = async () => { set(await hasHost(bus)) }
      bus.onClose(() => {
        set(false)
        after(AGAIN_MS, () => void follow(at))
      })
      bus.hear((message) => { if (concernsHost(message)) void look() })
      await busCall(bus, 'AddMatch', 's', `type='signal',sender='${DBUS}',member='NameOwnerChanged',arg0='${WATCHER}'`)
      await busCall(bus, 'AddMatch', 's', `type='signal',interface='${WATCHER}'`)
      await look()
    } catch {
      after(AGAIN_MS, () => void follow(at))
    }
  }

  return { isThere: () => isThere, looked: address ? follow(address) : Promise.resolve() }
}

const concernsHost = ({ interface: of, member }: Message) =>
  (of === WATCHER && member?.startsWith('StatusNotifierHost')) || (of === DBUS && member === 'NameOwnerChanged')

/** A watcher that does not answer has no host that we could rely on. */
async function hasHost(bus: Bus): Promise<boolean> {
  try {
    const [found] = await bus.call({
      destination: WATCHER, path: '/StatusNotifierWatcher', interface: 'org.freedesktop.DBus.Properties', member: 'Get',
      signature: 'ss', body: [WATCHER, 'IsStatusNotifierHostRegistered'],
    })
    return (found as Variant).value === true
  } catch {
    return false
  }
}
