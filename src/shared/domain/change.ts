import * as v from 'valibot'
import { daySchema, idSchema, instantSchema } from './basics'

const turn = v.picklist(['came', 'went'])

/** Something that appeared on the server, or vanished from it, without this desk's doing. `at` is when it was noticed. */
export const changeSchema = v.variant('kind', [
  /** Times in seconds since midnight. */
  v.strictObject({
    kind: v.literal('slot'), turn, id: idSchema, at: instantSchema, clinicId: idSchema, date: daySchema, start: v.number(), end: v.number(),
  }),
  v.strictObject({ kind: v.literal('staffMember'), turn, id: idSchema, at: instantSchema, name: v.string() }),
  v.strictObject({ kind: v.literal('callRequest'), turn, id: idSchema, at: instantSchema, doctor: v.string(), date: daySchema }),
])
export type Change = v.InferOutput<typeof changeSchema>

/** What changed since this person last said that they had seen it. */
export const changesSchema = v.strictObject({
  /** When that was, or when they first signed in at this desk; null while nobody is signed in. */
  since: v.nullable(instantSchema),
  /** How many there were; more than `changes` holds once there are many. */
  count: v.number(),
  /** The newest, newest first. */
  changes: v.array(changeSchema),
})
export type Changes = v.InferOutput<typeof changesSchema>
