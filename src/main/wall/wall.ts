import type { Lists } from '@main/lists'
import type { Clock, WallWindow } from '@main/ports'
import type { Session } from '@main/session/session'
import { clinicDays } from '@main/sheets/clinicDay'
import type { Choice } from '@main/slots/choice'
import type { Status } from '@main/sync/status'
import type { Speaking } from '@main/tongue/tongue'
import type { Settings } from '@shared/domain/settings'
import { wallClock } from '@shared/domain/time'
import type { WallPicture, WallState } from '@shared/domain/wall'
import type { Event } from '@shared/ipc/contract'
import { emptyWall, wallPicture } from './wallPicture'

/** Clinics of a wall for a person who has not chosen any for the board. */
const FIRST = 6

/** What a wall is made of. */
export interface WallParts {
  window: WallWindow
  known: Pick<Lists, 'slots' | 'directory'>
  choice: Pick<Choice, 'read'>
  session: Pick<Session, 'account'>
  isDemo: (origin: string) => boolean
  isLocked: () => boolean
  traffic: Pick<Status, 'read'>
  settings: () => Settings
  zone: () => string
  clock: Clock
  speaking: Speaking
}

/** A second window for a screen on a wall. It is told what the desk knows already; nothing is fetched for it. */
export interface Wall {
  read: () => WallState
  /** Opens it, on the screen of the settings if that is there. */
  open: () => WallState
  close: () => WallState
  /** What is on it now. Of a locked desk nothing, unless the settings say otherwise; where nobody is signed in, nothing. */
  picture: () => Promise<WallPicture>
  /** Told of all that is pushed to the desk's page. */
  hear: (event: Event) => void
}

const SOURCES: ReadonlySet<Event> = new Set<Event>([
  'slots:changed', 'directory:changed', 'session:changed', 'session:closed', 'settings:changed', 'sync:changed',
])

/** See `Wall`. */
export function wall(parts: WallParts): Wall {
  const { window, known, choice, session, isDemo, isLocked, traffic, settings, zone, clock, speaking } = parts
  const hidden = () => session.account() === null ? 'signedOut' : isLocked() && !settings().wallWhenLocked ? 'locked' : undefined
  const clinicsOf = () => choice.read().clinicIds ?? known.directory.known().clinics.slice(0, FIRST).map(({ id }) => id)

  async function picture(): Promise<WallPicture> {
    const facts = () => ({ now: clock(), zone: zone(), tongue: speaking(), settings: settings() })
    const before = hidden()
    if (before) return emptyWall(facts(), before)
    const { now, zone: where, tongue } = facts()
    const days = await clinicDays(known, { dates: [wallClock(now, where).day], clinicIds: clinicsOf(), tongue })
    // It may have been locked meanwhile.
    const after = hidden()
    const account = session.account()
    if (after || !account) return emptyWall(facts(), after ?? 'signedOut')
    const isOffline = traffic.read().failing !== null
    return wallPicture({ ...facts(), days, isOffline, isDemo: isDemo(account.origin), isLost: window.isLost() })
  }

  const read = (): WallState => ({ isOpen: window.isOpen(), screens: window.screens(), isLost: window.isLost() })
  const place = () => { window.open({ screen: settings().wallScreen, picture }) }
  return {
    read, picture,
    open() {
      place()
      return read()
    },
    close() {
      window.close()
      return read()
    },
    hear(event) {
      if (!SOURCES.has(event) || !window.isOpen()) return
      if (event === 'settings:changed') place()
      window.tell()
    },
  }
}
