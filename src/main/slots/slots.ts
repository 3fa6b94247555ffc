import { inLanes } from '@main/directory/inLanes'
import type { After } from '@main/feed/after'
import { coalesce } from '@main/feed/coalesce'
import type { BoardDay, DayColumn, DayQuery } from '@shared/domain/slot'
import type { Stamp } from '@shared/domain/stamp'
import { numberOfDay } from '@shared/domain/time'
import type { AppError } from '@shared/errors'
import { clinicFeeds, type ClinicFeeds, type ClinicFeedsDependencies } from './clinicFeeds'
import { slotPuts, type SlotPuts } from './slotPuts'
import { slotsOn, withSlots, type SlotTable, type TableSlot } from './slotTable'

/** Clinics fetched at the same time. A server of this kind works on a clinic's history for a second or more. */
const LANES = 4
const HINT_MS = 50

/** What an earlier start kept: shown until the server has answered. */
export interface KeptSlots {
  /** Sees to it that a day is there, if it was kept. */
  recall: (day: number) => Promise<void>
  /** A clinic's slots of a day; undefined when it is not known whether there are any. */
  column: (clinicId: number, day: number) => Pick<SlotTable, 'ids' | 'starts' | 'ends'> & { fetchedAt: number, unusable: number } | undefined
  /** A clinic's slots of all kept days. */
  table: (clinicId: number) => SlotTable | undefined
}

interface Dependencies extends ClinicFeedsDependencies {
  kept?: KeptSlots
  /** Whether a clinic has vanished: it is not asked for, and what is known of it stays. */
  isGone?: (clinicId: number) => boolean
  after: After
  /** New data, or a new failure, of these clinics. */
  onChange: (clinicIds: number[]) => void
}

/** The published slots of the clinics that somebody asks for. */
export interface Slots {
  /** What is known of a day, at once; clinics that were never fetched or more than a minute ago are being fetched when it returns. */
  day: (query: DayQuery) => BoardDay
  /** What is known of a day, whatever is on the board; nothing is fetched for it. */
  look: (query: DayQuery) => BoardDay
  /** The stamps of the clinics of the last `day`, in its order. */
  onBoard: () => { clinicId: number, stamp: Stamp }[]
  /** Sees to it that what was kept of a day is there for `day`. */
  recall: (query: DayQuery) => Promise<void>
  /** Fetches the clinics of the last `day` again. */
  refreshVisible: () => void
  /**
   * All that is known of a clinic; undefined when nothing is. Its whole history once it has been fetched (`isWhole`); before that the
   * days that an earlier start kept.
   */
  table: (clinicId: number) => SlotTable | undefined
  /** Fetches what was never fetched (or tried) or more than a minute ago of these clinics, and waits for it. */
  update: (clinicIds: readonly number[]) => Promise<void>
  /** Where a clinic's whole history comes from, whatever an earlier start kept of its days. */
  stamp: (clinicId: number) => Stamp
  /** Whether a clinic's whole history has been fetched since the start. */
  isWhole: (clinicId: number) => boolean
  /** Whether a clinic's slots were fetched less than a minute ago. */
  isFresh: (clinicId: number) => boolean
  /** Sees to it that a clinic's slots are known, from less than a minute ago. False when they can not be fetched. */
  fresh: (clinicId: number) => Promise<boolean>
  /** Fetches a clinic's slots from now on, whatever is under way already. False when they can not be fetched. */
  anew: (clinicId: number) => Promise<boolean>
  /** Why a clinic's slots could not be fetched last time; null when they could. */
  failure: (clinicId: number) => AppError | null
  /** A clinic's slots as they were fetched, without those put in since; undefined when they never were. */
  fetched: (clinicId: number) => SlotTable | undefined
  /** Takes in a slot that the server has made, and tells of it: one of many is told of with the others, at the next `flush`. */
  put: (clinicId: number, slot: TableSlot, isOneOfMany?: boolean) => void
  flush: () => void
  /** Forgets everything, for another session; answers that are still on their way are thrown away. */
  reset: () => void
}

/** See `Slots`. */
export function slots({ after, onChange, kept, isGone = () => false, ...dependencies }: Dependencies): Slots {
  const hint = hintOf(after, onChange)
  const puts = slotPuts((clinicId, made) => { feeds.of(clinicId).amend((table) => withSlots(table, made)) })
  const { stampOf, look } = columns({ current: () => feeds, kept, isGone, takePuts: puts.take })
  const read = readBehind(puts, dependencies.read)
  let feeds = open()
  let visible: number[] = []
  let shownDay = 0

  function flush() {
    for (const clinicId of puts.takeAll()) hint.touch(clinicId)
    // At once: what was shown as being sent must not vanish before it is shown as published.
    hint.flush()
  }

  function open(): ClinicFeeds {
    return clinicFeeds({ ...dependencies, read }, (clinicId) => {
      hint.touch(clinicId)
      fillLanes()
    })
  }

  /** Only visible clinics are fetched: one that has gone off the board while it waited is left for later. */
  function fillLanes() {
    for (const clinicId of visible) {
      if (feeds.underWay() >= LANES) return
      if (feeds.of(clinicId).isDue() && !isGone(clinicId)) void feeds.load(clinicId)
    }
  }

  return {
    ...questions(() => feeds, kept, puts.take),
    flush,
    day({ date, clinicIds }) {
      visible = [...new Set(clinicIds)]
      shownDay = numberOfDay(date)
      fillLanes()
      return look({ date, clinicIds: visible })
    },
    look,
    async recall({ date, clinicIds }) {
      if (!clinicIds.every((clinicId) => isFetched(feeds, clinicId))) await kept?.recall(numberOfDay(date))
    },
    onBoard: () => visible.map((clinicId) => ({ clinicId, stamp: stampOf(clinicId, shownDay) })),
    refreshVisible() {
      for (const clinicId of visible) feeds.of(clinicId).expire()
      fillLanes()
    },
    async anew(clinicId) {
      const isThere = await feeds.loadAnew(clinicId)
      hint.flush()
      return isThere
    },
    put(clinicId, slot, isOneOfMany = false) {
      puts.add(clinicId, slot)
      if (!isOneOfMany) flush()
    },
    reset() {
      puts.forget()
      feeds.close()
      feeds = open()
      visible = []
      hint.cancel()
    },
  }
}

/** What this desk made while a clinic was read must not look like news of others. */
const readBehind = (puts: Pick<SlotPuts, 'take'>, read: ClinicFeedsDependencies['read']): typeof read => async (pages, options) => {
  const reading = await read(pages, options)
  if (options.subject !== undefined) puts.take(options.subject)
  return reading
}

const isFetched = (feeds: ClinicFeeds, clinicId: number) => feeds.of(clinicId).stamp().fetchedAt !== null

const questions = (
  current: () => ClinicFeeds, kept: KeptSlots | undefined, takePuts: (clinicId: number) => void,
): Pick<Slots, 'table' | 'fetched' | 'update' | 'stamp' | 'isWhole' | 'isFresh' | 'fresh' | 'failure'> => ({
  table(clinicId) {
    takePuts(clinicId)
    return isFetched(current(), clinicId) ? current().of(clinicId).value() : kept?.table(clinicId)
  },
  fetched: (clinicId) => isFetched(current(), clinicId) ? current().of(clinicId).value() : undefined,
  stamp: (clinicId) => current().of(clinicId).stamp(),
  isWhole: (clinicId) => isFetched(current(), clinicId),
  update(clinicIds) {
    const feeds = current()
    return inLanes(LANES, new Set(clinicIds), async (clinicId) => {
      const { isDue, isLoading } = feeds.of(clinicId)
      if (feeds === current() && (isDue() || isLoading())) await feeds.load(clinicId)
    })
  },
  isFresh: (clinicId) => current().of(clinicId).isFresh(),
  failure: (clinicId) => current().of(clinicId).stamp().failed,
  async fresh(clinicId) {
    const { of, load } = current()
    const { isFresh } = of(clinicId)
    if (!isFresh()) await load(clinicId)
    return isFresh()
  },
})

interface Columns {
  current: () => ClinicFeeds
  kept: KeptSlots | undefined
  isGone: (clinicId: number) => boolean
  takePuts: (clinicId: number) => void
}

/** A clinic's day as it is shown. */
function columns({ current, kept, isGone, takePuts }: Columns) {
  function columnOf(clinicId: number, day: number): DayColumn {
    const { stamp, isDue, value } = current().of(clinicId)
    const own = stamp()
    // What an earlier start kept, until the clinic has been fetched.
    const old = own.fetchedAt === null ? kept?.column(clinicId, day) : undefined
    const { ids, starts, ends } = old ?? slotsOn(value(), day)
    // One that waits for a lane is as good as being fetched.
    const loading = own.loading || (isDue() && !isGone(clinicId))
    const shown = old ? { ...own, fetchedAt: old.fetchedAt, unusable: old.unusable, cached: true, loading } : { ...own, loading }
    return { clinicId, ids, starts, ends, stamp: shown }
  }

  function look({ date, clinicIds }: DayQuery): BoardDay {
    clinicIds.forEach(takePuts)
    const day = numberOfDay(date)
    return { date, columns: clinicIds.map((clinicId) => columnOf(clinicId, day)) }
  }

  return { stampOf: (clinicId: number, day: number): Stamp => columnOf(clinicId, day).stamp, look }
}

/** Hints at changed clinics, those whose answers come close together in one. */
function hintOf(after: After, onChange: (clinicIds: number[]) => void) {
  let changed = new Set<number>()
  const hint = coalesce(HINT_MS, after, () => {
    if (changed.size > 0) onChange([...changed])
    changed = new Set()
  })
  return {
    touch(clinicId: number) {
      changed.add(clinicId)
      hint.touch()
    },
    flush: hint.flush,
    cancel() {
      changed = new Set()
      hint.cancel()
    },
  }
}
