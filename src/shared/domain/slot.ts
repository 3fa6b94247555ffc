import * as v from 'valibot'
import { daySchema, idSchema } from './basics'
import { stampSchema } from './stamp'

/**
 * One clinic's slots of one day, in columns (structured clone is an order of magnitude faster than with objects).
 * Sorted by start, then end, then id; the three arrays are equally long.
 */
export const dayColumnSchema = v.strictObject({
  clinicId: idSchema,
  ids: v.instance(Int32Array),
  /** Seconds since midnight. */
  starts: v.instance(Int32Array),
  /** Seconds since midnight, later than the start; 86,400 is midnight. */
  ends: v.instance(Int32Array),
  stamp: stampSchema,
})
export type DayColumn = v.InferOutput<typeof dayColumnSchema>

export const boardDaySchema = v.strictObject({ date: daySchema, columns: v.array(dayColumnSchema) })
export type BoardDay = v.InferOutput<typeof boardDaySchema>

/** Clinics by id, in the board's order. */
export const clinicIdsSchema = v.pipe(v.array(idSchema), v.maxLength(1000))

/** Which day of which clinics. */
export const dayQuerySchema = v.strictObject({ date: daySchema, clinicIds: clinicIdsSchema })
export type DayQuery = v.InferOutput<typeof dayQuerySchema>

/** Clinics shown as columns, in order; null while this person has not chosen yet. Kept by account. */
export const clinicChoiceSchema = v.strictObject({ clinicIds: v.nullable(clinicIdsSchema) })
export type ClinicChoice = v.InferOutput<typeof clinicChoiceSchema>
