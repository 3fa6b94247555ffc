import * as v from 'valibot'
import { appErrorSchema } from '../errors'
import { instantSchema } from './basics'

/** The traffic with the clinic server in one line: what `status` "Sync status" puts into words. */
export const syncStatusSchema = v.strictObject({
  /** Requests under way. */
  working: v.number(),
  /** Last good answer; null before the first. */
  lastSuccess: v.nullable(instantSchema),
  /** The fault that has kept the server from answering since `failingSince`; null while it answers. */
  failing: v.nullable(appErrorSchema),
  failingSince: v.nullable(instantSchema),
})
export type SyncStatus = v.InferOutput<typeof syncStatusSchema>
