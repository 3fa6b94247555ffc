import * as v from 'valibot'
import { addDays, weekday, type Day } from './time'

/** 1 (Monday) to 7 (Sunday). */
export const weekdaySchema = v.picklist([1, 2, 3, 4, 5, 6, 7])
export type Weekday = v.InferOutput<typeof weekdaySchema>

/** The seven weekdays in the order of weeks that begin with `first`. */
export const weekdaysFrom = (first: Weekday): Weekday[] =>
  Array.from({ length: 7 }, (_, place) => (first + place - 1) % 7 + 1 as Weekday)

/** The first day of a day's week. */
export const weekStart = (day: Day, first: Weekday): Day => addDays(day, -((weekday(day) - first + 7) % 7))
