import type { Event } from '@shared/ipc/contract'
import type { Policy } from '@shared/domain/policy'
import type { Settings } from '@shared/domain/settings'
import { weekStartOf } from '@shared/texts/languages'
import { after } from './feed/after'
import type { Handlers } from './ipc/router'
import type { Lists, Push } from './lists'
import { packHandlers } from './pack/handlers'
import { pack } from './pack/pack'
import type { Clipboard, Clock, Files, Log, Preferences, Press } from './ports'
import type { Session } from './session/session'
import { clinicDays } from './sheets/clinicDay'
import { sheetsHandlers } from './sheets/handlers'
import { sheets } from './sheets/sheets'
import type { Choice } from './slots/choice'
import type { Status } from './sync/status'
import type { Speaker } from './tongue/speaker'

/** Clinics of a pack for a person who has not chosen any for the board. */
const FIRST = 6
/** How long a pack waits for news before it is made of what is known. */
const PATIENCE_MS = 30_000

interface Platform {
  preferences: Preferences, files: Files, press: Press, clipboard: Clipboard, clock: Clock, log: Log,
  push: Push, policy: Policy, speaker: Speaker
}

interface Dependencies {
  known: Lists
  choice: Choice
  session: Pick<Session, 'account'>
  traffic: Pick<Status, 'read'>
  /** IANA zone of the clinics' clock. */
  zone: () => string
  settings: () => Pick<Settings, 'weekStart'>
}

/** What leaves the program as documents. */
export interface Paperwork {
  handlers: Handlers<'sheets' | 'pack'>
  /** Told of all that is pushed to the renderer. */
  hear: (event: Event) => void
  /** Somebody else is there, or nobody. */
  reset: () => void
}

/** Wires sheets and the downtime pack to what is known of the server's lists. */
export function paperwork(platform: Platform, { known, choice, session, traffic, zone, settings }: Dependencies): Paperwork {
  const { preferences, files, press, clipboard, clock, log, push, policy, speaker: { speaking } } = platform
  const isAway = () => traffic.read().failing !== null
  const wait = (ms: number) => new Promise<void>((resolve) => { after(ms, resolve) })
  const host = () => new URL(session.account()?.origin ?? 'https://clinic-reception.invalid').host
  const firstWeekday = () => weekStartOf(settings().weekStart, speaking().language)
  const made = sheets({ known, clock, zone, speaking, firstWeekday, isAway, wait, host })
  const packs = pack({
    preferences, press, clock, zone, speaking, after, log, account: session.account, isAllowed: () => policy.downtimePack !== false,
    boardClinics: () => choice.read().clinicIds ?? known.directory.known().clinics.slice(0, FIRST).map(({ id }) => id),
    async renew(clinicIds) { if (!isAway()) await Promise.race([known.slots.update(clinicIds), wait(PATIENCE_MS)]) },
    days: (dates, clinicIds) => clinicDays(known, { dates, clinicIds, tongue: speaking() }),
    onChange: () => { push('pack:changed') },
  })
  let wasAway = false

  return {
    handlers: { ...sheetsHandlers({ sheets: made, files, press, clipboard }), ...packHandlers({ pack: packs, files }) },
    hear(event) {
      if (event !== 'sync:changed') return
      const now = isAway()
      // At once: what is known now may be all that will be known today.
      if (now && !wasAway) void packs.write()
      wasAway = now
    },
    reset() {
      wasAway = false
      packs.follow()
    },
  }
}
