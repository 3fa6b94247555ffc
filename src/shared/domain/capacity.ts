import * as v from 'valibot'
import { daySchema, idSchema } from './basics'
import { stampSchema } from './stamp'
import { numberOfDay } from './time'

/** The longest range: a quarter of a year. */
export const CAPACITY_DAYS = 92

/** What published capacity is asked for. Null narrows nothing. */
export const capacityQuerySchema = v.pipe(
  v.strictObject({
    from: daySchema,
    /** The last day. */
    to: daySchema,
    department: v.nullable(v.string()),
    /** Shorter gaps are not told. */
    gapMinutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1440)),
  }),
  v.check(({ from, to }) => to >= from && numberOfDay(to) - numberOfDay(from) < CAPACITY_DAYS, 'range'),
)
export type CapacityQuery = v.InferOutput<typeof capacityQuerySchema>

/** How much is published: slots, and the minutes that they last together. */
const loadSchema = v.strictObject({ slots: v.number(), minutes: v.number() })
export type Load = v.InferOutput<typeof loadSchema>

/**
 * `own` is what is surely theirs; `shared` is in clinics of several, and a slot does not say whose it is: it is told for each of them.
 */
const partSchema = v.strictObject({ own: loadSchema, shared: loadSchema })
export type Part = v.InferOutput<typeof partSchema>

/** A stretch of a clinic's day, in seconds since midnight. */
const stretchSchema = v.strictObject({ clinicId: idSchema, date: daySchema, start: v.number(), end: v.number() })
export type Stretch = v.InferOutput<typeof stretchSchema>

export const capacitySchema = v.strictObject({
  clinics: v.array(v.strictObject({ clinicId: idSchema, ...loadSchema.entries })),
  doctors: v.array(v.strictObject({ doctorId: idSchema, name: v.string(), department: v.string(), ...partSchema.entries })),
  departments: v.array(v.strictObject({ department: v.string(), ...partSchema.entries })),
  /** Monday first. */
  weekdays: v.array(loadSchema),
  /** In usual hours, and covered by no slot; earliest first. */
  gaps: v.array(stretchSchema),
  /** Slots that begin before usual hours do, or end after them, and by how many minutes. */
  outliers: v.array(v.strictObject({ ...stretchSchema.entries, kind: v.picklist(['early', 'late']), minutes: v.number() })),
  /** How many gaps and outliers there are beyond those that are told. */
  more: v.strictObject({ gaps: v.number(), outliers: v.number() }),
  /** Clinics of which nothing is known, and those whose usual hours are not: too young, or not read since the start. */
  unknown: v.number(),
  unusual: v.number(),
  /** The oldest of what was counted. */
  stamp: stampSchema,
})
export type Capacity = v.InferOutput<typeof capacitySchema>
export type Outlier = Capacity['outliers'][number]
