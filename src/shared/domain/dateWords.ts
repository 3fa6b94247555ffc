import { numberOfDay } from './time'
import type { DateWords } from './dateEntry'

const DAY_MILLISECONDS = 86_400_000

type Neighbours = Pick<DateWords, 'next' | 'last' | 'week' | 'month'>
const english: Neighbours = { next: ['next'], last: ['last'], week: ['week'], month: ['month'] }

/** Names of months and weekdays in a language and in English, with the given words for the days near today. */
export function dateWords(locale: string, near: Pick<DateWords, 'today' | 'tomorrow' | 'yesterday'> & Partial<Neighbours>): DateWords {
  const names = (count: number, dayNumber: (index: number) => number, part: 'month' | 'weekday') =>
    Array.from({ length: count }, (_, index) => [locale, 'en'].flatMap((language) => (['long', 'short'] as const)
      .map((width) => named(dayNumber(index), language, { [part]: width }))))
  return {
    months: names(12, (index) => numberOfDay(`1970-${String(index + 1).padStart(2, '0')}-14`), 'month'),
    // 5 January 1970, day number 4, was a Monday.
    weekdays: names(7, (index) => 4 + index, 'weekday'),
    ...english,
    ...near,
    order: orderOf(locale),
  }
}

/** English is written as in Britain and India everywhere in the program. */
function orderOf(locale: string): DateWords['order'] {
  const parts = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).formatToParts(0)
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month' ? 'monthFirst' : 'dayFirst'
}

/** From a day's number, at midnight UTC and written in UTC: no zone takes part, so no day can shift. */
const named = (dayNumber: number, locale: string, format: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(dayNumber * DAY_MILLISECONDS).toLowerCase().replace(/\.$/, '')
