import type { Slot } from '@demo/slotBook'
import type { PlannedSlots } from '@shared/planner/preview'
import { addDays, dayOfNumber, numberOfDay } from '@shared/domain/time'
import type { Clinic } from '../clinic'

const CLINICS = 5
const A_DAY = 10
const LENGTH = 900
const MORNING = 8 * 3600

/** So many slots for the first clinics of the directory, ten a day, on days for which nothing is published yet. */
export function plannedMonth(clinic: Clinic, count: number, today: string): PlannedSlots {
  const clinicIds = [...new Set([...clinic.hospital.clinicsOf.values()].flat())].slice(0, CLINICS)
  const first = numberOfDay(addDays(today, 100))
  const places = Array.from({ length: count }, (_, place) => ({
    clinicId: clinicIds[place % CLINICS]!,
    day: first + Math.floor(place / (CLINICS * A_DAY)),
    start: MORNING + LENGTH * (Math.floor(place / CLINICS) % A_DAY),
  }))
  return {
    clinicIds: places.map(({ clinicId }) => clinicId),
    days: places.map(({ day }) => day),
    starts: places.map(({ start }) => start),
    ends: places.map(({ start }) => start + LENGTH),
  }
}

/** What of a plan the server has: rows of its days, of those the surplus ones of one slot, planned ones that are not there, and others. */
export function compare(clinic: Clinic, { clinicIds, days, starts, ends }: PlannedSlots) {
  const wanted = new Set(clinicIds.map((id, place) => keyOf(id, dayOfNumber(days[place]!), clockOf(starts[place]!), clockOf(ends[place]!))))
  const dates = new Set(days.map(dayOfNumber))
  const found = [...clinic.hospital.clinics.keys()].flatMap((id) => slotsOf(clinic, id))
    .filter(({ date }) => dates.has(date))
    .map((slot) => keyOf(slot.clinic, slot.date, slot.start_time, slot.end_time))
  const different = new Set(found)
  return {
    rows: found.length,
    twice: found.length - different.size,
    missing: [...wanted].filter((key) => !different.has(key)).length,
    foreign: [...different].filter((key) => !wanted.has(key)).length,
  }
}

const slotsOf = ({ hospital: { slots } }: Clinic, clinicId: number): Slot[] =>
  JSON.parse(`[${slots.text(clinicId, 0, slots.count(clinicId))}]`) as Slot[]

const keyOf = (...parts: (string | number)[]) => parts.join(' ')
const clockOf = (seconds: number) => [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
