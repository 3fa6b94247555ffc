import * as v from 'valibot'
import { daySchema, idSchema } from '../domain/basics'
import { DAY_SECONDS } from '../domain/time'
import { weekdaySchema } from '../domain/week'

/** At most so many slots are planned at a time: a year of twenty busy clinics. */
export const MOST_PLANNED = 20_000

const wholeMinutes = v.check((seconds: number) => seconds % 60 === 0, 'wholeMinutes')
const timeOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DAY_SECONDS), wholeMinutes)

/** Working hours, or a break, of one day. Seconds since midnight; 86,400 is the midnight that ends the day. */
export const hoursSchema = v.pipe(
  v.strictObject({ start: timeOfDay, end: timeOfDay }),
  v.forward(v.partialCheck([['start'], ['end']], ({ start, end }) => end > start, 'endBeforeStart'), ['end']),
)
export type Hours = v.InferOutput<typeof hoursSchema>

/** For whom slots are planned: one clinic, or every clinic of a department's doctors. */
export const targetSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('clinic'), id: idSchema }),
  v.strictObject({ kind: v.literal('department'), name: v.string() }),
])
export type Target = v.InferOutput<typeof targetSchema>

/** The last day, or so many weeks from the first day on. */
export const planEndSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('until'), day: daySchema }),
  v.strictObject({ kind: v.literal('weeks'), weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(520)) }),
])

const days = v.pipe(v.array(daySchema), v.maxLength(400))

/** A pattern of slots: what the planner's form and its line both say. Durations in seconds. */
export const planSchema = v.strictObject({
  targets: v.pipe(v.array(targetSchema), v.nonEmpty('noTarget'), v.maxLength(500)),
  /** 1 (Monday) to 7. */
  weekdays: v.pipe(v.array(weekdaySchema), v.nonEmpty('noWeekday'), v.maxLength(7)),
  /** Every week, every second week …, counted from the week of `from`; weeks begin on Monday. */
  everyWeeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52)),
  from: daySchema,
  end: planEndSchema,
  /** Working hours of each day. */
  sessions: v.pipe(v.array(hoursSchema), v.nonEmpty('noHours'), v.maxLength(12)),
  /** Of one slot. Less than a day: the API can not say of a slot from midnight to midnight that it is not empty. */
  duration: v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(DAY_SECONDS - 60), wholeMinutes),
  /** Between the end of one slot and the start of the next. */
  gap: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DAY_SECONDS), wholeMinutes),
  breaks: v.pipe(v.array(hoursSchema), v.maxLength(24)),
  /** Days of these lists of holidays are left out: all lists, or those named. */
  skip: v.union([v.literal('all'), v.pipe(v.array(v.string()), v.maxLength(50))]),
  /** Single days left out, and single days added whatever else is said of them. */
  off: days,
  plus: days,
})
export type Plan = v.InferOutput<typeof planSchema>

/** Published slots of a day (`days: 1`) or a week (`days: 7`) from `from` on, to be published again elsewhere. */
export const copySchema = v.strictObject({
  clinicIds: v.pipe(v.array(idSchema), v.nonEmpty('noTarget'), v.maxLength(500)),
  from: daySchema,
  days: v.picklist([1, 7]),
  /** The days that take the place of `from`. */
  to: v.pipe(days, v.nonEmpty('noDay')),
  /** The clinics that get them; null for each its own. */
  into: v.nullable(v.pipe(v.array(idSchema), v.nonEmpty('noTarget'), v.maxLength(500))),
})
export type Copy = v.InferOutput<typeof copySchema>

/** What a preview is made of. */
export const planSourceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('pattern'), plan: planSchema }),
  v.strictObject({ kind: v.literal('copy'), copy: copySchema }),
])
export type PlanSource = v.InferOutput<typeof planSourceSchema>
