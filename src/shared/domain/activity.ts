import * as v from 'valibot'
import { daySchema, idSchema, instantSchema } from './basics'

/** Something that this desk did to a row of the server’s, and what became of it. Ids only: no name of anybody or anything. */
export const activityRecordSchema = v.strictObject({
  at: instantSchema,
  action: v.picklist(['create', 'change', 'replace', 'remove']),
  kind: v.picklist(['slot', 'callRequest', 'staffMember', 'department']),
  /** The row's; null while it has none. */
  id: v.nullable(idSchema),
  /** Whose slot or call request it is. */
  clinicId: v.optional(idSchema),
  doctorId: v.optional(idSchema),
  /** A slot's or a call request's day, and a slot's times (seconds since midnight). */
  date: v.optional(daySchema),
  start: v.optional(v.number()),
  end: v.optional(v.number()),
  /** The create's key in the outbox, and the job that it belongs to. */
  key: v.optional(v.string()),
  jobId: v.optional(v.string()),
  outcome: v.picklist(['made', 'notMade', 'refused', 'uncertain', 'discarded', 'saved', 'changedMeanwhile', 'removed', 'failed']),
  /** Kind of the failure, '' when there was none. */
  failure: v.string(),
  /** Why a warning was overruled, in the person's words. */
  reason: v.string(),
})
export type ActivityRecord = v.InferOutput<typeof activityRecordSchema>

/** What is told of an action; the rest is filled in. */
export type ActivityNote = Pick<ActivityRecord, 'action' | 'kind' | 'id' | 'outcome'> & Partial<ActivityRecord>
