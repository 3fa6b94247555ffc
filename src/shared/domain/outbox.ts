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
 * `made`: the server said so, or (`foundAfterwards`) its answer was lost and the row was found by listing again.
 * `notMade`: the answer was lost and the row is not there. `refused`: the server said no, with the reason.
 * `uncertain`: the answer was lost, and whether it was made could not be told.
 */
export const outboxEntrySchema = v.strictObject({
  key: v.string(),
  create: createSchema,
  at: instantSchema,
  state: v.picklist(['sending', 'checking', 'made', 'notMade', 'refused', 'uncertain']),
  id: v.nullable(idSchema),
  foundAfterwards: v.boolean(),
  error: v.nullable(appErrorSchema),
})
export type OutboxEntry = v.InferOutput<typeof outboxEntrySchema>
