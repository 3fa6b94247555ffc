import { clockText, rangeText } from '../domain/time'
import { writtenDigits } from './writtenDigits'

/** Times of day in words, from seconds since midnight. */
export interface Times {
  /** `09:15`, `9:15 am`, `٠٩:١٥` */
  clock: (seconds: number) => string
  /** `11:13 – 11:19` */
  range: (start: number, end: number) => string
}

const made = new Map<string, Times>()

/** Writes times as a locale (see `localeOf`) asks for. The same for the same locale: many ask, and `Intl` is slow to begin. */
export function times(locale: string): Times {
  let found = made.get(locale)
  if (!found) made.set(locale, found = timesOf(locale))
  return found
}

function timesOf(locale: string): Times {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  if (hourCycle === 'h12' || hourCycle === 'h11') return twelveHours(locale)
  const written = writtenDigits(locale)
  return { clock: (seconds) => written(clockText(seconds)), range: (start, end) => written(rangeText(start, end)) }
}

/** A time of day has no zone: it is written out in UTC, in which the first second of all began a day. */
function twelveHours(locale: string): Times {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  return {
    clock: (seconds) => format.format(seconds * 1000),
    range: (start, end) => format.formatRange(start * 1000, end * 1000),
  }
}
