import * as v from 'valibot'
import { daySchema, idSchema } from './basics'
import { stampSchema, type Stamp } from './stamp'
import { DAY_SECONDS, type Day } from './time'

/**
 * One clinic's slots of one day, in columns. Sorted by start, then end, then id; the three arrays are equally long.
 * They may be views of something larger: whoever keeps one copies it.
 */
export interface DayColumn {
  clinicId: number
  ids: Int32Array
  /** Seconds since midnight. */
  starts: Int32Array
  /** Seconds since midnight, later than the start; 86,400 is midnight. */
  ends: Int32Array
  stamp: Stamp
}

/** A day of clinics; between the processes it travels packed (`packedDay.ts`). */
export interface BoardDay { date: Day, columns: DayColumn[] }

/** Clinics by id, in the board's order. */
export const clinicIdsSchema = v.pipe(v.array(idSchema), v.maxLength(1000))

/** Which day of which clinics. */
export const dayQuerySchema = v.strictObject({ date: daySchema, clinicIds: clinicIdsSchema })
export type DayQuery = v.InferOutput<typeof dayQuerySchema>

/** Which clinic's seven days from `from` on. */
export const weekQuerySchema = v.strictObject({ from: daySchema, clinicId: idSchema })
export type WeekQuery = v.InferOutput<typeof weekQuerySchema>

/** Days from `from` on, of clinics together. */
export const loadQuerySchema = v.strictObject({
  from: daySchema,
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(42)),
  clinicIds: clinicIdsSchema,
})
export type LoadQuery = v.InferOutput<typeof loadQuerySchema>

/** How much is published on each day from `from` on, in all of the asked clinics together. */
export const dayLoadsSchema = v.strictObject({
  from: daySchema,
  slots: v.instance(Int32Array),
  /** Minutes that the slots last together; where two clinics have slots at the same time, both count. */
  minutes: v.instance(Int32Array),
  /** Clinics of which nothing is known for that day. */
  unknown: v.instance(Int32Array),
  /** The oldest of the clinics' data; `fetchedAt` is null while nothing at all is known. */
  stamp: stampSchema,
})
export type DayLoads = v.InferOutput<typeof dayLoadsSchema>

/** Clinics shown as columns, in order; null while this person has not chosen yet. Kept by account. */
export const clinicChoiceSchema = v.strictObject({ clinicIds: v.nullable(clinicIdsSchema) })
export type ClinicChoice = v.InferOutput<typeof clinicChoiceSchema>

/** A slot to be published. Times in seconds since midnight; messages are keys of the locale files under `form`. */
export const slotFormSchema = v.pipe(
  v.strictObject({
    clinicId: idSchema,
    date: daySchema,
    start: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DAY_SECONDS - 60)),
    end: v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(DAY_SECONDS)),
  }),
  v.forward(v.partialCheck([['start'], ['end']], ({ start, end }) => end > start, 'endBeforeStart'), ['end']),
)
export type SlotForm = v.InferOutput<typeof slotFormSchema>

/** What a slot to be published would meet. */
export const slotCheckSchema = v.strictObject({
  /** Slots of the same clinic at exactly the same time. */
  identical: v.number(),
  /** Slots of the same clinic that overlap it without being the same. */
  overlapping: v.array(v.strictObject({ id: idSchema, start: v.number(), end: v.number() })),
  /** Overlapping slots of the same doctors in other clinics; certain only where both clinics have that one doctor alone. */
  elsewhere: v.array(v.strictObject({
    clinicId: idSchema, clinic: v.string(), doctor: v.string(), start: v.number(), end: v.number(), certain: v.boolean(),
  })),
  /** The start is before now on the clinic's clock. */
  past: v.boolean(),
  /** False when a clinic's slots could not be read: there may be more. */
  complete: v.boolean(),
})
export type SlotCheck = v.InferOutput<typeof slotCheckSchema>

/** The next published slots of clinics from a day and time on, earliest first. */
export const nextSlotsQuerySchema = v.strictObject({
  clinicIds: clinicIdsSchema,
  date: daySchema,
  /** Seconds since midnight of `date`. */
  from: v.number(),
  count: v.pipe(v.number(), v.maxValue(50)),
})
export type NextSlotsQuery = v.InferOutput<typeof nextSlotsQuerySchema>

export const nextSlotsSchema = v.strictObject({
  slots: v.array(v.strictObject({ id: idSchema, clinicId: idSchema, date: daySchema, start: v.number(), end: v.number() })),
  /** False when a clinic's slots are not known yet. */
  complete: v.boolean(),
})
export type NextSlots = v.InferOutput<typeof nextSlotsSchema>
