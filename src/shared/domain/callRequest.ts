import * as v from 'valibot'
import { idSchema } from './basics'
import { stampSchema } from './stamp'

/**
 * Requests that a doctor calls back, in columns, in the server's order. The API knows a request's day and doctor, nothing else.
 */
export const callRequestsSchema = v.strictObject({
  ids: v.instance(Int32Array),
  /** Day numbers, see `numberOfDay` in time.ts. */
  days: v.instance(Int32Array),
  /** Index into `doctors`. */
  doctorOf: v.instance(Int32Array),
  doctors: v.array(v.strictObject({ id: idSchema, name: v.string() })),
  stamp: stampSchema,
})
export type CallRequests = v.InferOutput<typeof callRequestsSchema>
