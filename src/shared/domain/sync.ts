import * as v from 'valibot'
import { appErrorSchema } from '../errors'
import { idSchema, instantSchema } from './basics'
import { stampSchema } from './stamp'

/** The lists that are kept up to date. */
export const syncResourceSchema = v.picklist(['slots', 'callRequests', 'staff', 'departments', 'directory'])

/** The traffic with the clinic server in one line: what `status` "Sync status" puts into words. */
export const syncStatusSchema = v.strictObject({
  /** Requests under way. */
  working: v.number(),
  /** Last good answer; null before the first. */
  lastSuccess: v.nullable(instantSchema),
  /** The fault that has kept the server from answering since `failingSince`; null while it answers. */
  failing: v.nullable(appErrorSchema),
  failingSince: v.nullable(instantSchema),
  /** Lists that could not be fetched the last time, though the server answers others. */
  partly: v.array(syncResourceSchema),
  /** Milliseconds by which the server's clock is ahead of this computer's, negative when it is behind; 0 while it is less than 5 s. */
  skew: v.number(),
})
export type SyncStatus = v.InferOutput<typeof syncStatusSchema>

/** From this difference on a wrong clock is told: tokens end early or late by it, and every age on screen is wrong. */
export const WRONG_CLOCK_MS = 5 * 60_000

/** Why the next fetch is when it is: in turn, later after failures, as the server asked, seldom where only people can help. */
export const syncPaceSchema = v.picklist(['usual', 'afterFailure', 'asAsked', 'seldom'])
export type SyncPace = v.InferOutput<typeof syncPaceSchema>

/** One list in the sync panel. */
export const syncPartSchema = v.strictObject({
  resource: syncResourceSchema,
  /** The clinic whose slots these are; null for all other lists. */
  clinicId: v.nullable(idSchema),
  /** The clinic's name, '' when it is not known. */
  name: v.string(),
  stamp: stampSchema,
})
export type SyncPart = v.InferOutput<typeof syncPartSchema>

/** What the sync panel shows: every list that is on screen or was, and what is being done. */
export const syncDetailsSchema = v.strictObject({
  status: syncStatusSchema,
  /** When everything is fetched again, and why then; null while nobody is signed in. */
  next: v.nullable(v.strictObject({ at: instantSchema, pace: syncPaceSchema })),
  parts: v.array(syncPartSchema),
})
export type SyncDetails = v.InferOutput<typeof syncDetailsSchema>
