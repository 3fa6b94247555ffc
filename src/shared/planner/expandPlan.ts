import { daySlots } from './daySlots'
import type { HolidaySet } from './holidays'
import { MOST_PLANNED, type Plan } from './plan'
import { plannedDays } from './plannedDays'
import type { PlanNote, Preview } from './preview'

/**
 * Slots to be created, in columns of one length, sorted by day, clinic (in the plan's order) and start. Days are numbers
 * (`numberOfDay`), times seconds since midnight; `holidays` has 1 for a slot of a day that the plan skips.
 */
export type SlotColumns = Omit<Preview, 'doubts' | 'notes'> & { holidays: Uint8Array<ArrayBuffer> }

/** Columns with room for so many slots. */
export const slotColumns = (length: number): SlotColumns => ({
  clinicIds: new Float64Array(length), days: new Int32Array(length), starts: new Int32Array(length), ends: new Int32Array(length),
  holidays: new Uint8Array(length),
})

/** Slots, and what is odd about what they were made of. */
export interface Expanded { slots: SlotColumns, notes: PlanNote[] }

/** The slots of a plan in these clinics. None are given when there are more than MOST_PLANNED. */
export function expandPlan(plan: Plan, clinicIds: readonly number[], sets: readonly HolidaySet[]): Expanded {
  const { days, holidays, notes } = plannedDays(plan, sets)
  const { starts, ends, notes: ofHours } = daySlots(plan)
  const count = days.length * clinicIds.length * starts.length
  const all = [...notes, ...ofHours]
  if (count > MOST_PLANNED) return { slots: slotColumns(0), notes: [...all, { kind: 'tooMany', count }] }
  const slots = slotColumns(count)
  let row = 0
  for (const [index, day] of days.entries()) {
    for (const clinicId of clinicIds) {
      slots.clinicIds.fill(clinicId, row, row + starts.length)
      slots.days.fill(day, row, row + starts.length)
      slots.holidays.fill(holidays[index]!, row, row + starts.length)
      slots.starts.set(starts, row)
      slots.ends.set(ends, row)
      row += starts.length
    }
  }
  return { slots, notes: all }
}
