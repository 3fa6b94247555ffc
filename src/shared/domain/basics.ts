import * as v from 'valibot'
import { isDay } from './time'

/** A row's id: the API's are whole numbers. */
export const idSchema = v.pipe(v.number(), v.safeInteger())

/** A day that exists, `YYYY-MM-DD`. */
export const daySchema = v.pipe(v.string(), v.check(isDay, 'day'))

/** An instant, in epoch milliseconds. */
export const instantSchema = v.number()

/**
 * A name as the server takes it: trimmed, at most 150 characters (code points, as Django counts them), no control characters.
 * Messages are keys of the locale files under `form`.
 */
export const nameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('required'),
  v.check((text) => [...text].length <= 150, 'tooLong'),
  v.check((text) => !/\p{Cc}/u.test(text), 'controlCharacters'),
)
