import type { After } from '@main/feed/after'
import { busCall, connect } from './connect'

/** A bus that is lost or not there yet is looked for again. */
const AGAIN_MS = 30_000

interface Dependencies {
  /** As in `DBUS_SESSION_BUS_ADDRESS`. */
  address: string
  after: After
  onLocked: () => void
}

/**
 * Tells when the screen of a Linux desktop is locked, by the word of its screen saver: GNOME, KDE, Cinnamon, MATE and others each have one,
 * all with the same signal. Electron tells it on Windows and macOS only. Resolves when it listens, or could not; never throws.
 */
export async function followScreenLock({ address, after, onLocked }: Dependencies): Promise<void> {
  const again = () => { after(AGAIN_MS, () => void followScreenLock({ address, after, onLocked })) }
  try {
    const bus = await connect(address)
    bus.onClose(again)
    bus.hear(({ kind, interface: of, member, body }) => {
      if (kind === 'signal' && member === 'ActiveChanged' && of?.endsWith('.ScreenSaver') && body[0] === true) onLocked()
    })
    await busCall(bus, 'AddMatch', 's', "type='signal',member='ActiveChanged'")
  } catch {
    again()
  }
}
