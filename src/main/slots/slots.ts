import { inLanes } from '@main/directory/inLanes'
import type { After } from '@main/feed/after'
import { coalesce } from '@main/feed/coalesce'
import type { BoardDay, DayColumn, DayQuery } from '@shared/domain/slot'
import type { Stamp } from '@shared/domain/stamp'
import { numberOfDay } from '@shared/domain/time'
import { clinicFeeds, type ClinicFeeds, type ClinicFeedsDependencies } from './clinicFeeds'
import { slotsOn, withSlot, type SlotTable, type TableSlot } from './slotTable'

/** Clinics fetched at the same time. A server of this kind works on a clinic's history for a second or more. */
const LANES = 4
const HINT_MS = 50

interface Dependencies extends ClinicFeedsDependencies {
  after: After
  /** New data, or a new failure, of these clinics. */
  onChange: (clinicIds: number[]) => void
}

/** The published slots of the clinics that somebody asks for. */
export interface Slots {
  /** What is known of a day, at once; clinics that were never fetched or more than a minute ago are being fetched when it returns. */
  day: (query: DayQuery) => BoardDay
  /** The stamps of the clinics of the last `day`, in its order. */
  onBoard: () => { clinicId: number, stamp: Stamp }[]
  /** Fetches the clinics of the last `day` again. */
  refreshVisible: () => void
  /** All that is known of a clinic; undefined when its slots were never fetched. */
  table: (clinicId: number) => SlotTable | undefined
  /** Fetches what was never fetched (or tried) or more than a minute ago of these clinics, and waits for it. */
  update: (clinicIds: readonly number[]) => Promise<void>
  /** Whether a clinic's slots were fetched less than a minute ago. */
  isFresh: (clinicId: number) => boolean
  /** Sees to it that a clinic's slots are known, from less than a minute ago. False when they can not be fetched. */
  fresh: (clinicId: number) => Promise<boolean>
  /** Fetches a clinic's slots from now on, whatever is under way already. False when they can not be fetched. */
  anew: (clinicId: number) => Promise<boolean>
  /** Takes in a slot that the server has made. */
  put: (clinicId: number, slot: TableSlot) => void
  /** Forgets everything, for another session; answers that are still on their way are thrown away. */
  reset: () => void
}

/** See `Slots`. */
export function slots({ after, onChange, ...dependencies }: Dependencies): Slots {
  const hint = hintOf(after, onChange)
  let feeds = open()
  let visible: number[] = []

  function open(): ClinicFeeds {
    return clinicFeeds(dependencies, (clinicId) => {
      hint.touch(clinicId)
      fillLanes()
    })
  }

  /** Only visible clinics are fetched: one that has gone off the board while it waited is left for later. */
  function fillLanes() {
    for (const clinicId of visible) {
      if (feeds.underWay() >= LANES) return
      if (feeds.of(clinicId).isDue()) void feeds.load(clinicId)
    }
  }

  return {
    ...questions(() => feeds),
    day({ date, clinicIds }) {
      visible = [...new Set(clinicIds)]
      fillLanes()
      return { date, columns: visible.map((clinicId) => columnOf(feeds, clinicId, numberOfDay(date))) }
    },
    onBoard: () => visible.map((clinicId) => ({ clinicId, stamp: stampOf(feeds, clinicId) })),
    refreshVisible() {
      for (const clinicId of visible) feeds.of(clinicId).expire()
      fillLanes()
    },
    async anew(clinicId) {
      const isThere = await feeds.loadAnew(clinicId)
      hint.flush()
      return isThere
    },
    put(clinicId, slot) {
      feeds.of(clinicId).amend((table) => withSlot(table, slot))
      hint.touch(clinicId)
      // At once: what was shown as being sent must not vanish before it is shown as published.
      hint.flush()
    },
    reset() {
      feeds.close()
      feeds = open()
      visible = []
      hint.cancel()
    },
  }
}

const questions = (current: () => ClinicFeeds): Pick<Slots, 'table' | 'update' | 'isFresh' | 'fresh'> => ({
  table(clinicId) {
    const { stamp, value } = current().of(clinicId)
    return stamp().fetchedAt === null ? undefined : value()
  },
  update(clinicIds) {
    const feeds = current()
    return inLanes(LANES, new Set(clinicIds), async (clinicId) => {
      const { isDue, isLoading } = feeds.of(clinicId)
      if (feeds === current() && (isDue() || isLoading())) await feeds.load(clinicId)
    })
  },
  isFresh: (clinicId) => current().of(clinicId).isFresh(),
  async fresh(clinicId) {
    const { of, load } = current()
    const { isFresh } = of(clinicId)
    if (!isFresh()) await load(clinicId)
    return isFresh()
  },
})

function columnOf(feeds: ClinicFeeds, clinicId: number, day: number): DayColumn {
  return { clinicId, ...slotsOn(feeds.of(clinicId).value(), day), stamp: stampOf(feeds, clinicId) }
}

/** One that waits for a lane is as good as being fetched. */
function stampOf(feeds: ClinicFeeds, clinicId: number): Stamp {
  const { stamp, isDue } = feeds.of(clinicId)
  const known = stamp()
  return { ...known, loading: known.loading || isDue() }
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
