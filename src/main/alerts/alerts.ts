import { emptyCallRequests, type CallRequestTable } from '@main/callRequests/callRequestTable'
import type { Stamp } from '@shared/domain/stamp'
import type { RequestFacts } from '@shared/domain/triage'
import { announcementsOf } from './announcement'
import type { Announcer } from './announcer'

/** Longer without a good answer counts as having been away. */
const AWAY_MS = 5 * 60_000

interface Dependencies {
  /** The list of call requests as it is known now. */
  list: () => { table: CallRequestTable, stamp: Stamp }
  /** Answers with the requests that were not there before, after they were noted durably. */
  takeIn: (table: CallRequestTable) => Promise<RequestFacts[]>
  announcer: Pick<Announcer, 'announce' | 'reset'>
  /** Whether notifications and sound are silent now. */
  isSilent: () => boolean
  /** Whether nobody may be told of anything: what arrives is told when they may again. */
  isLocked: () => boolean
  isNew: (id: number) => boolean
}

/** Tells of new call requests, each once. */
export interface Alerts {
  /** To be called after each change of the list. What an answer brings is told once, however often it is called. */
  heard: () => Promise<void>
  /** To be called when what may have been this desk's own no longer may: the list is looked at again. */
  again: () => Promise<void>
  /** To be called when the desk may have been unlocked: what came meanwhile and is still new is told in one. */
  unlocked: () => Promise<void>
  /** The computer goes to sleep: what arrives meanwhile is told in one. */
  slept: () => void
  /** Takes everything away: somebody left, or the desk was locked. */
  reset: () => void
}

/** See `Alerts`. */
export function alerts({ list, takeIn, announcer, isSilent, isLocked, isNew }: Dependencies): Alerts {
  let taken = emptyCallRequests
  let lastGood: number | null = null
  let wasAway = true
  let generation = 0
  /** What came while the desk was locked. */
  let held: RequestFacts[] = []

  /** What is new in the list, if it is a good answer that was not taken in yet. */
  function news(): { table: CallRequestTable, isAfterAbsence: boolean } | undefined {
    const { table, stamp: { fetchedAt, cached, failed } } = list()
    if (failed) wasAway = true
    if (failed || cached || fetchedAt === null || table === taken) return undefined
    const isAfterAbsence = wasAway || lastGood === null || fetchedAt - lastGood >= AWAY_MS
    taken = table
    lastGood = fetchedAt
    wasAway = false
    return { table, isAfterAbsence }
  }

  async function heard() {
    const fresh = news()
    if (!fresh) return
    const mine = generation
    const arrived = await takeIn(fresh.table)
    if (mine !== generation) return
    if (isLocked()) held.push(...arrived)
    else await tell(arrived, fresh.isAfterAbsence)
  }

  async function tell(requests: RequestFacts[], wasAbsent: boolean) {
    if (!isSilent()) await Promise.all(announcementsOf(requests, wasAbsent).map(announcer.announce))
  }

  return {
    heard,
    again() {
      taken = emptyCallRequests
      return heard()
    },
    async unlocked() {
      if (isLocked() || held.length === 0) return
      const requests = held.filter(({ id }) => isNew(id))
      held = []
      await tell(requests, true)
    },
    slept() { wasAway = true },
    reset() {
      generation += 1
      taken = emptyCallRequests
      lastGood = null
      wasAway = true
      held = []
      announcer.reset()
    },
  }
}
