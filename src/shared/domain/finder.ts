import * as v from 'valibot'
import { daySchema, idSchema } from './basics'
import { stampSchema } from './stamp'
import { DAY_SECONDS } from './time'
import { weekdaySchema } from './week'

/** When in the day a slot begins, in seconds since midnight; `to` is not in it. */
export const dayParts = {
  any: { from: 0, to: DAY_SECONDS },
  morning: { from: 0, to: 12 * 3600 },
  afternoon: { from: 12 * 3600, to: 17 * 3600 },
  evening: { from: 17 * 3600, to: DAY_SECONDS },
} as const
export type DayPart = keyof typeof dayParts

/** Weekdays, 1 (Monday) to 7. */
const weekdaysSchema = v.pipe(v.array(weekdaySchema), v.maxLength(7))

/** Which published slots are looked for. Null narrows nothing. */
export const findQuerySchema = v.strictObject({
  department: v.nullable(v.string()),
  doctorId: v.nullable(idSchema),
  clinicId: v.nullable(idSchema),
  /** None of them: any. */
  weekdays: weekdaysSchema,
  part: v.picklist(Object.keys(dayParts) as DayPart[]),
  /** Slots that follow each other without a pause count together. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
  /** The first day; of today only what has not begun. */
  from: daySchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
})
export type FindQuery = v.InferOutput<typeof findQuerySchema>

/** A slot, or several that follow each other (`together`) until `end`. Times in seconds since midnight. */
const foundSlotSchema = v.strictObject({
  id: idSchema, clinicId: idSchema, date: daySchema, start: v.number(), end: v.number(), together: v.number(),
})
export type FoundSlot = v.InferOutput<typeof foundSlotSchema>

/** The next published slots, earliest first. */
export const foundSlotsSchema = v.strictObject({
  slots: v.array(foundSlotSchema),
  /** Clinics that were looked through, and those among the wanted ones of which nothing is known yet. */
  clinics: v.number(),
  unknown: v.number(),
  /** There are more than were asked for. */
  more: v.boolean(),
  /** The oldest of what was looked through. */
  stamp: stampSchema,
})
export type FoundSlots = v.InferOutput<typeof foundSlotsSchema>
