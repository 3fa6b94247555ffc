import * as v from 'valibot'
import { daySchema } from '../domain/basics'

/** A list of days that the desk keeps, by a name of its own: `Public holidays 2027`. */
export const holidaySetSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(60, 'tooLong')),
  days: v.pipe(v.array(v.strictObject({ day: daySchema, name: v.pipe(v.string(), v.maxLength(100)) })), v.maxLength(1000)),
})
export type HolidaySet = v.InferOutput<typeof holidaySetSchema>

/** All that the desk keeps, each under a name of its own. */
export const holidaySetsSchema = v.pipe(
  v.array(holidaySetSchema),
  v.maxLength(50),
  v.check((sets) => new Set(sets.map(({ name }) => name)).size === sets.length, 'sameName'),
)
