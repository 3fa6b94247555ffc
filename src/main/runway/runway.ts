import type { Directory } from '@main/directory/directory'
import type { After } from '@main/feed/after'
import { coalesce } from '@main/feed/coalesce'
import type { Clock } from '@main/ports'
import type { Slots } from '@main/slots/slots'
import { emptySlotTable, type SlotTable } from '@main/slots/slotTable'
import { numberOfDay, wallClock } from '@shared/domain/time'
import type { ClinicRunway, GapPlan, Runway as Known } from '@shared/domain/runway'
import { AppFailure } from '@shared/errors'
import { clinicBook, type ClinicBook } from './clinicBook'
import { clinicsUpdate } from './clinicsUpdate'
import { gapPlan } from './gapPlan'

const HINT_MS = 500
/** Just over ten minutes: whoever still looks then asks again, and all clinics are due. */
const AGAIN_MS = 601_000
/** Clinics that are worked out in one piece: some milliseconds. */
const IN_A_PIECE = 20

interface Dependencies {
  slots: Pick<Slots, 'update' | 'table' | 'isFresh' | 'isWhole' | 'stamp' | 'onBoard'>
  directory: Pick<Directory, 'read'>
  clock: Clock
  /** IANA zone of the clinics' clock. */
  zone: () => string
  after: After
  /** Lets the process do what else waits. */
  breathe: () => Promise<void>
  /** More is known, or something else. */
  onChange: () => void
}

/** How far every clinic is published ahead. */
export interface Runway {
  /** What is known, at once; what is older than ten minutes is fetched in the background, and `onChange` told. */
  read: () => Promise<Known>
  /** What would fill a clinic's next gap. Fetches its slots if they are older than a minute; throws `AppFailure` if they are not known. */
  gap: (of: { clinicId: number }) => Promise<GapPlan>
  /** Begins to fetch what is older than ten minutes, or not known, of all clinics. */
  renew: () => void
  /** Something is known of clinics, or of their slots, that was not before. */
  hear: () => void
  /** Forgets everything, for another session. */
  reset: () => void
}

/** See `Runway`. */
export function runway({ slots, directory, clock, zone, after, breathe, onChange }: Dependencies): Runway {
  const hint = coalesce(HINT_MS, after, onChange)
  const again = coalesce(AGAIN_MS, after, onChange)
  const update = clinicsUpdate({ slots, clock, onUpdate: hint.touch })
  let isLookedAt = false
  let books = new WeakMap<SlotTable, { today: number, book: ClinicBook }>()

  function bookOf(clinicId: number, today: number): ClinicBook | undefined {
    const table = slots.isWhole(clinicId) ? slots.table(clinicId) : undefined
    if (!table) return undefined
    const known = books.get(table)
    if (known?.today === today) return known.book
    const book = clinicBook(table, today)
    books.set(table, { today, book })
    return book
  }

  /** The clinics on the board first: their slots are at hand, and somebody works with them. */
  function clinicIds(): number[] {
    const all = directory.read().clinics.map(({ id }) => id)
    const shown = new Set(slots.onBoard().map(({ clinicId }) => clinicId))
    return [...all.filter((id) => shown.has(id)), ...all.filter((id) => !shown.has(id))]
  }

  async function read(): Promise<Known> {
    isLookedAt = true
    again.touch()
    const ids = clinicIds()
    update.begin(ids)
    const { day } = wallClock(clock(), zone())
    const clinics: ClinicRunway[] = []
    for (const [index, clinicId] of ids.entries()) {
      if (index % IN_A_PIECE === IN_A_PIECE - 1) await breathe()
      const book = bookOf(clinicId, numberOfDay(day)) ?? clinicBook(emptySlotTable, numberOfDay(day))
      const stamp = slots.stamp(clinicId)
      clinics.push({ clinicId, ...book, stamp: { ...stamp, loading: stamp.loading || update.isWaiting(clinicId) } })
    }
    const isKnown = ({ stamp }: ClinicRunway) => stamp.fetchedAt !== null
    return { from: day, clinics: clinics.sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)) || a.lasts - b.lasts) }
  }

  return {
    read,
    renew: () => { update.begin(clinicIds()) },
    async gap({ clinicId }) {
      await slots.update([clinicId])
      const table = slots.isWhole(clinicId) ? slots.table(clinicId) : undefined
      if (!table) throw new AppFailure(slots.stamp(clinicId).failed ?? { kind: 'notFound' })
      const { day, seconds } = wallClock(clock(), zone())
      return gapPlan(clinicId, table, { day: numberOfDay(day), seconds })
    },
    hear() { if (isLookedAt) hint.touch() },
    reset() {
      update.reset()
      for (const each of [hint, again]) each.cancel()
      isLookedAt = false
      books = new WeakMap()
    },
  }
}
