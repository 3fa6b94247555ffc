import * as v from 'valibot'
import { daySchema, idSchema } from './basics'
import { stampSchema } from './stamp'

/** How many days ahead the runway looks. */
export const RUNWAY_DAYS = 90

/**
 * How far one clinic is published ahead. What is usual comes from the eight weeks before today: a weekday with slots in at least four of
 * them is usual. So a clinic that is younger than four weeks has nothing usual yet.
 */
export const clinicRunwaySchema = v.strictObject({
  clinicId: idSchema,
  /** Published slots of each day from `from` on, RUNWAY_DAYS of them. */
  slots: v.instance(Int32Array),
  /** Slots that this clinic usually has on the weekday of `from` + n: the median of the eight weeks, so 0 where most had none. */
  usual: v.instance(Int32Array),
  /** Minutes of the usual hours of that weekday (those that half of its days with slots cover) that no slot of the day covers. */
  gapMinutes: v.instance(Int32Array),
  /** The last day with a slot, also beyond RUNWAY_DAYS; null when there is none from `from` on. */
  last: v.nullable(daySchema),
  /**
   * Calendar days from `from` to the day before the first usual day without a slot: how long its book lasts. To the last day with a slot
   * where nothing is usual.
   */
  lasts: v.number(),
  stamp: stampSchema,
})
export type ClinicRunway = v.InferOutput<typeof clinicRunwaySchema>

export const runwaySchema = v.strictObject({
  /** Today on the clinic's clock. */
  from: daySchema,
  /** Shortest first; clinics of which nothing is known yet at the end. */
  clinics: v.array(clinicRunwaySchema),
})
export type Runway = v.InferOutput<typeof runwaySchema>

/** What fills a clinic's next gap: where the planner starts. Times in seconds. No weekdays and hours where nothing is usual. */
export const gapPlanSchema = v.strictObject({
  clinicId: idSchema,
  from: daySchema,
  until: daySchema,
  weekdays: v.array(v.number()),
  sessions: v.array(v.strictObject({ start: v.number(), end: v.number() })),
  /** Of one slot: the commonest of the last eight weeks, as is `gap`, between two. */
  duration: v.number(),
  gap: v.number(),
})
export type GapPlan = v.InferOutput<typeof gapPlanSchema>

/** How urgent a clinic is: nothing is published any more, its book has a gap under the alarm, is long enough, or is not known. */
export type Urgency = 'ended' | 'short' | 'good' | 'unknown'

export function urgencyOf({ lasts, last, stamp }: Pick<ClinicRunway, 'lasts' | 'last' | 'stamp'>, alarmDays: number): Urgency {
  if (stamp.fetchedAt === null) return 'unknown'
  if (last === null) return 'ended'
  return lasts < alarmDays ? 'short' : 'good'
}
