import { emptySlotTable, type SlotTable } from '@main/slots/slotTable'
import type { Clinic } from '@shared/domain/clinic'
import { DAY_SECONDS, numberOfDay, type Day } from '@shared/domain/time'
import type { SlotColumns } from '@shared/planner/expandPlan'
import { doubts } from '@shared/planner/preview'
import { overlapping, spansOf, tableRows, together, type Rows, type Spans } from './spans'

/** All that planned slots are held against. */
export interface Ground {
  /** Sorted by day, clinic and start. */
  planned: SlotColumns
  /** Published slots of a clinic; undefined when they are not known. */
  table: (clinicId: number) => SlotTable | undefined
  /** Slots of a clinic that wait to be created or are under way. */
  pending: (clinicId: number) => Rows
  /** All clinics that are known. */
  clinics: readonly Clinic[]
  now: { day: Day, seconds: number }
}

/** A clinic's slots, those that are planned included, and how many are there or on their way at exactly this time. */
interface Held { all: Spans, isThere: (start: number, end: number) => number }

/**
 * What speaks against each planned slot, as bits of `doubts`. A generator: it stops for breath with each clinic, for whoever must
 * not be kept waiting. Each slot costs a few looks into sorted columns, however many slots and clinics there are.
 */
export function* doubtSteps(ground: Ground): Generator<void, Uint8Array<ArrayBuffer>> {
  const { planned, clinics, now } = ground
  const found = Uint8Array.from(planned.holidays, (isHoliday) => isHoliday === 1 ? doubts.holiday : 0)
  const rowsOf = byClinic(planned)
  const [first, last] = [planned.days[0] ?? 0, planned.days.at(-1) ?? -1]
  const kept = new Map<number, Held>()
  const of = (clinicId: number) => {
    const held = kept.get(clinicId) ?? heldBy(ground, clinicId, rowsOf.get(clinicId) ?? [], first, last)
    kept.set(clinicId, held)
    return held
  }
  for (const [clinicId, rows] of rowsOf) {
    const held = of(clinicId)
    yield
    markOwn(found, planned, rows, held)
    yield
  }
  const timeOf = doctorsTime(clinics, of)
  for (const [clinicId, rows] of rowsOf) {
    const clinic = clinics.find(({ id }) => id === clinicId)
    if (clinic) yield* markClashes(found, planned, { rows, doctors: clinic.doctors, all: of(clinicId).all, timeOf })
  }
  const before = numberOfDay(now.day) * DAY_SECONDS + now.seconds
  for (const [row, day] of planned.days.entries()) if (day * DAY_SECONDS + planned.starts[row]! < before) found[row]! |= doubts.past
  return found
}

function byClinic({ clinicIds }: SlotColumns): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (const [row, clinicId] of clinicIds.entries()) {
    const own = rows.get(clinicId)
    if (own) own.push(row)
    else rows.set(clinicId, [row])
  }
  return rows
}

function heldBy({ planned, table, pending }: Ground, clinicId: number, rows: number[], first: number, last: number): Held {
  const published = tableRows(table(clinicId) ?? emptySlotTable, first, last)
  const waiting = pending(clinicId)
  const pick = (column: Int32Array) => rows.map((row) => column[row]!)
  const own = spansOf({ days: pick(planned.days), starts: pick(planned.starts), ends: pick(planned.ends) })
  return { all: together([spansOf(published), spansOf(waiting), own]), isThere: sameOf([published, waiting]) }
}

/** How many slots there are of exactly this time. */
function sameOf(all: readonly Rows[]): (start: number, end: number) => number {
  const counts = new Map<number, number[]>()
  for (const { days, starts, ends } of all) {
    for (let row = 0; row < days.length; row += 1) {
      const start = days[row]! * DAY_SECONDS + starts[row]!
      const end = days[row]! * DAY_SECONDS + ends[row]!
      const sameStart = counts.get(start)
      if (sameStart) sameStart.push(end)
      else counts.set(start, [end])
    }
  }
  return (start, end) => counts.get(start)?.filter((each) => each === end).length ?? 0
}

const spanAt = ({ days, starts, ends }: SlotColumns, row: number): [start: number, end: number] =>
  [days[row]! * DAY_SECONDS + starts[row]!, days[row]! * DAY_SECONDS + ends[row]!]

function markOwn(found: Uint8Array, planned: SlotColumns, rows: readonly number[], { all, isThere }: Held): void {
  for (const row of rows) {
    const [start, end] = spanAt(planned, row)
    const same = isThere(start, end)
    if (same > 0) found[row]! |= doubts.already
    // Itself is among all of them.
    if (overlapping(all, start, end) > same + 1) found[row]! |= doubts.overlapping
  }
}

/** The time of a doctor in clinics that are the doctor's alone, and in those that several share. */
interface DoctorsTime { alone: Spans, shared: Spans }

function doctorsTime(clinics: readonly Clinic[], of: (clinicId: number) => Held): (doctorId: number) => DoctorsTime {
  const times = new Map<number, DoctorsTime>()
  return (doctorId) => {
    const known = times.get(doctorId)
    if (known) return known
    const own = clinics.filter(({ doctors }) => doctors.some(({ id }) => id === doctorId))
    const spans = (some: readonly Clinic[]) => together(some.map(({ id }) => of(id).all))
    const isAlone = ({ doctors }: Clinic) => doctors.length === 1
    const time = { alone: spans(own.filter(isAlone)), shared: spans(own.filter((clinic) => !isAlone(clinic))) }
    times.set(doctorId, time)
    return time
  }
}

interface Clashing { rows: readonly number[], doctors: Clinic['doctors'], all: Spans, timeOf: (doctorId: number) => DoctorsTime }

/**
 * A clinic with one doctor clashes for certain with the doctor's other such clinics, and possibly with those that several share;
 * a shared clinic possibly with every other clinic of each of its doctors. The clinic's own slots are in their time and do not count.
 */
function* markClashes(found: Uint8Array, planned: SlotColumns, { rows, doctors, all, timeOf }: Clashing): Generator<void> {
  const isAlone = doctors.length === 1
  for (const { id } of doctors) {
    const { alone, shared } = timeOf(id)
    for (const row of rows) {
      const [start, end] = spanAt(planned, row)
      const own = overlapping(all, start, end)
      if (overlapping(alone, start, end) > (isAlone ? own : 0)) found[row]! |= isAlone ? doubts.clashCertain : doubts.clashPossible
      if (overlapping(shared, start, end) > (isAlone ? 0 : own)) found[row]! |= doubts.clashPossible
    }
    yield
  }
}

/** The same at once. */
export function doubtsOf(ground: Ground): Uint8Array<ArrayBuffer> {
  const steps = doubtSteps(ground)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
