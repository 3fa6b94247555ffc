import * as v from 'valibot'
import { appErrorSchema } from '../errors'
import { daySchema, idSchema, instantSchema } from './basics'
import { departmentFormSchema } from './department'
import { slotFormSchema } from './slot'
import { staffFormSchema } from './staff'

/** Anything that the API lets us create. Times in seconds since midnight. */
export const createSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('slot'), form: slotFormSchema }),
  v.strictObject({ kind: v.literal('callRequest'), form: v.strictObject({ doctorId: idSchema, date: daySchema }) }),
  v.strictObject({ kind: v.literal('staffMember'), form: staffFormSchema }),
  v.strictObject({ kind: v.literal('department'), form: departmentFormSchema }),
])
export type Create = v.InferOutput<typeof createSchema>

/** One action of a person: sent once however often it arrives under the same `key`. `reason` is why a warning was overruled. */
export const createOrderSchema = v.strictObject({
  key: v.pipe(v.string(), v.uuid()),
  create: createSchema,
  reason: v.pipe(v.string(), v.maxLength(500)),
})
export type CreateOrder = v.InferOutput<typeof createOrderSchema>

/**
 * What became of a create.
 * `waiting`: not sent yet (no network, signed out, or its turn has not come). `sending`: its request may be on its way.
 * `checking`: its answer was lost, and it is being looked up. `made`: the server said so, or (`foundAfterwards`) the row was found by
 * listing again. `notMade`: the answer was lost and the row is not there. `refused`: the server said no, with the reason.
 * `uncertain`: the answer was lost, and whether it was made can not be told.
 */
export const outboxEntrySchema = v.strictObject({
  key: v.string(),
  create: createSchema,
  reason: v.string(),
  at: instantSchema,
  state: v.picklist(['waiting', 'sending', 'checking', 'made', 'notMade', 'refused', 'uncertain']),
  id: v.nullable(idSchema),
  foundAfterwards: v.boolean(),
  error: v.nullable(appErrorSchema),
  /** The job that it belongs to; null for what a person created singly. */
  jobId: v.nullable(v.string()),
  /** While uncertain: rows that may be it, of which a person says which one is, if any. */
  candidates: v.array(idSchema),
})
export type OutboxEntry = v.InferOutput<typeof outboxEntrySchema>

/** A person's word on a create of which nobody could tell: the row that it became, or null when it was not made. */
export const outboxVerdictSchema = v.strictObject({ key: v.string(), id: v.nullable(idSchema) })
export type OutboxVerdict = v.InferOutput<typeof outboxVerdictSchema>
