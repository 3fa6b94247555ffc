import * as v from 'valibot'
import { appErrorSchema } from '../errors'
import { plannedSlotsSchema } from '../planner/preview'
import { instantSchema } from './basics'

/** A number of slots that are created one after the other, in the main process, whatever the window does. */
export const jobSchema = v.strictObject({
  id: v.string(),
  /** What it is called: the planner's line. */
  title: v.string(),
  at: instantSchema,
  total: v.number(),
  /**
   * `held`: nothing is sent before `sendsAt`. `paused`: by a person. `stopped`: by a person; what waited was given up.
   * `finished`: nothing waits or is under way any more.
   */
  state: v.picklist(['held', 'running', 'paused', 'stopped', 'finished']),
  sendsAt: v.nullable(instantSchema),
  /** How many slots are in each state; their sum is `total`. `discarded` was given up before it was sent. */
  counts: v.strictObject({
    waiting: v.number(), sending: v.number(), checking: v.number(), made: v.number(), refused: v.number(),
    notMade: v.number(), uncertain: v.number(), discarded: v.number(),
  }),
  /** Slots made in a second, of late; null while that is unknown. */
  perSecond: v.nullable(v.number()),
  secondsLeft: v.nullable(v.number()),
  /** Why nothing is sent although it runs: no network, a busy server, a full disk. */
  hindrance: v.nullable(appErrorSchema),
  /** At the end the clinics are listed again: slots that are not there, and slots that are there twice. Null until then. */
  verified: v.nullable(v.strictObject({ missing: v.number(), twice: v.number() })),
})
export type Job = v.InferOutput<typeof jobSchema>

/** Creates these slots as one job. The same `id` again is the same job. */
export const jobOrderSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  title: v.pipe(v.string(), v.maxLength(1000)),
  slots: plannedSlotsSchema,
})
export type JobOrder = v.InferOutput<typeof jobOrderSchema>
