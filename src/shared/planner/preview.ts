import * as v from 'valibot'
import { daySchema, idSchema } from '../domain/basics'
import { MOST_PLANNED } from './plan'

/** What speaks against a planned slot, as bits of one number. */
export const doubts = {
  /** The clinic has this very slot already. */
  already: 1,
  /** It overlaps another slot of the clinic, or one planned for it. */
  overlapping: 2,
  /** A doctor has a slot elsewhere at this time: certain only where both clinics have that one doctor alone. */
  clashCertain: 4,
  clashPossible: 8,
  /** Its start is before now on the clinic's clock. */
  past: 16,
  /** Its day is in a list of holidays that the plan skips. */
  holiday: 32,
} as const
export type Doubt = keyof typeof doubts

/** Doubts for which a planned slot is left out unless somebody takes it in again. */
export const LEFT_OUT = doubts.already | doubts.past | doubts.holiday

const column = v.instance(Int32Array)

/** What should be said of a plan as a whole. Times in seconds. */
export const planNoteSchema = v.variant('kind', [
  /** Hours that the duration does not divide: `seconds` at the end of `start`–`end` stay empty. */
  v.strictObject({ kind: v.literal('remainder'), start: v.number(), end: v.number(), seconds: v.number() }),
  /** Hours in which not even one slot has room. */
  v.strictObject({ kind: v.literal('tooShort'), start: v.number(), end: v.number() }),
  v.strictObject({ kind: v.literal('breakOutside'), start: v.number(), end: v.number() }),
  v.strictObject({ kind: v.literal('breaksOverlap'), start: v.number(), end: v.number() }),
  v.strictObject({ kind: v.literal('hoursOverlap'), start: v.number(), end: v.number() }),
  v.strictObject({ kind: v.literal('unknownClinic'), id: idSchema }),
  v.strictObject({ kind: v.literal('departmentWithoutClinics'), name: v.string() }),
  v.strictObject({ kind: v.literal('clinicWithoutDoctors'), id: idSchema }),
  v.strictObject({ kind: v.literal('unknownHolidays'), name: v.string() }),
  /** Holidays are to be skipped, and the desk keeps no list of any. */
  v.strictObject({ kind: v.literal('noHolidays') }),
  /** The range ends before it begins. */
  v.strictObject({ kind: v.literal('endBeforeStart') }),
  /** No day of the range fits. */
  v.strictObject({ kind: v.literal('noDay') }),
  /** The day or week to be copied has no slot. */
  v.strictObject({ kind: v.literal('nothingToCopy'), day: daySchema }),
  /** More than MOST_PLANNED, at least `count`: nothing is shown. */
  v.strictObject({ kind: v.literal('tooMany'), count: v.number() }),
  /** The clinics of some doctors are not known (yet), so clashes may be overlooked. */
  v.strictObject({ kind: v.literal('doctorsUnread') }),
  /** Slots of these clinics could not be read: there may be more that speaks against the plan. */
  v.strictObject({ kind: v.literal('unread'), clinicIds: v.array(idSchema) }),
])
export type PlanNote = v.InferOutput<typeof planNoteSchema>

/**
 * The exact slots of a plan, in columns of one length, sorted by day, clinic (in the plan's order) and start.
 * Days are numbers (`numberOfDay`), times seconds since midnight, `doubts` bits.
 */
export const previewSchema = v.strictObject({
  clinicIds: v.instance(Float64Array), days: column, starts: column, ends: column, doubts: v.instance(Uint8Array),
  notes: v.array(planNoteSchema),
})
export type Preview = v.InferOutput<typeof previewSchema>

const sent = v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(MOST_PLANNED))

/** Slots to be created by one job, in columns of one length; as in `previewSchema`, but plain arrays. */
export const plannedSlotsSchema = v.pipe(
  v.strictObject({ clinicIds: sent, days: sent, starts: sent, ends: sent }),
  v.check(({ clinicIds, ...others }) => clinicIds.length > 0 && Object.values(others).every(({ length }) => length === clinicIds.length), 'columns'),
)
export type PlannedSlots = v.InferOutput<typeof plannedSlotsSchema>
