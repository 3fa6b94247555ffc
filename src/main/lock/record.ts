import * as v from 'valibot'
import { instantSchema } from '@shared/domain/basics'
import { verifierSchema } from './verifier'

/** What a restart must not make forgotten. Sealed under the key of the tokens; without it the desk starts locked. */
export const recordSchema = v.strictObject({
  /** Digest of the account. */
  account: v.string(),
  isLocked: v.boolean(),
  /** When this person signed in. */
  since: instantSchema,
  /** When the desk was last known to be unlocked. */
  seenAt: instantSchema,
  /** Wrong passwords since it was locked, and when the last one came. */
  failures: v.number(),
  triedAt: instantSchema,
  /** Null until one is made, and for a session of before there were any. */
  verifier: v.nullable(verifierSchema),
})
export type LockRecord = v.InferOutput<typeof recordSchema>
