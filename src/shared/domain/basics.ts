import * as v from 'valibot'
import { isDay } from './time'

/** A row's id: the API's are positive whole numbers. */
export const idSchema = v.pipe(v.number(), v.safeInteger())

/** A day that exists, `YYYY-MM-DD`. */
export const daySchema = v.pipe(v.string(), v.check(isDay, 'day'))

/** An instant, in epoch milliseconds. */
export const instantSchema = v.number()
