import { latinDigits } from '../texts/latinDigits'
import { addDays, daysInMonth, isDay, numberOfDay, weekday, type Day } from './time'

/** Words that a date may be typed with, lower case: names of months and weekdays (Monday first), and of days near today. */
export interface DateWords {
  months: string[][]
  weekdays: string[][]
  today: string[]
  tomorrow: string[]
  yesterday: string[]
  /** Of the week or month after this one, and before it. */
  next: string[]
  last: string[]
  week: string[]
  month: string[]
  /** Whether `12/3` is the twelfth of March or the third of December. */
  order: 'dayFirst' | 'monthFirst'
}

/** `dayFirst` and `monthFirst` say in which order it was read, where the other one would be a day: `instead`. */
export type DateEntry =
  | { ok: true, day: Day }
  | { ok: false, reason: 'unknown' | 'noSuchDay' }
  | { ok: false, reason: DateWords['order'], instead: string }

const none: DateEntry = { ok: false, reason: 'unknown' }
const found = (day: Day): DateEntry => isDay(day) ? { ok: true, day } : { ok: false, reason: 'noSuchDay' }

export interface DateEntryOptions {
  /** A weekday, and a date without a year, is the first from this day on; else from today on, and the nearest one to today. */
  earliest?: Day
}

/**
 * The day that a person typed: `2026-11-30`, `30/11`, `30.11.2026`, `30 nov`, `nov 30 2026`, `today`, `+3`, `-2w` or `+1m` from today,
 * `fri` (the first from today on), `next fri` (that of the week after this one, which begins on Monday), `last week`, `next month`.
 * Without a year it is the nearest one to today.
 */
export function parseDateEntry(text: string, today: Day, words: DateWords, { earliest }: DateEntryOptions = {}): DateEntry {
  const typed = latinDigits(text).trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const yearless = (date: number, month: number) => earliest === undefined ? nearest(date, month, today) : firstFrom(date, month, earliest)
  return near(typed, today, words, earliest ?? today) ?? shifted(typed, today) ?? neighbouring(typed, today, words)
    ?? numeric(typed, words.order, yearless) ?? named(typed, words, yearless) ?? none
}

/** The day of a date and a month. */
type Yearless = (date: number, month: number) => DateEntry

function near(typed: string, today: Day, words: DateWords, earliest: Day): DateEntry | undefined {
  if (words.today.includes(typed)) return found(today)
  if (words.tomorrow.includes(typed)) return found(addDays(today, 1))
  if (words.yesterday.includes(typed)) return found(addDays(today, -1))
  const wanted = indexOfName(words.weekdays, typed)
  return wanted < 0 ? undefined : found(addDays(earliest, (wanted + 1 - weekday(earliest) + 7) % 7))
}

function shifted(typed: string, today: Day): DateEntry | undefined {
  const match = /^([-+−]) ?(\d{1,5}) ?([dwmy])?$/.exec(typed)
  if (!match) return undefined
  const count = Number(match[2]) * (match[1] === '+' ? 1 : -1)
  switch (match[3]) {
    case 'y': return found(addMonths(today, 12 * count))
    case 'm': return found(addMonths(today, count))
    default: return found(addDays(today, match[3] === 'w' ? 7 * count : count))
  }
}

/** `next fri`, `last week`; the two words in either order, as languages have them. */
function neighbouring(typed: string, today: Day, words: DateWords): DateEntry | undefined {
  const [one = '', other = '', ...more] = typed.split(' ')
  if (other === '' || more.length > 0) return undefined
  return toNeighbour(one, other, today, words) ?? toNeighbour(other, one, today, words)
}

function toNeighbour(which: string, what: string, today: Day, words: DateWords): DateEntry | undefined {
  const by = words.next.includes(which) ? 1 : words.last.includes(which) ? -1 : 0
  if (by === 0) return undefined
  if (words.week.includes(what)) return found(addDays(today, 7 * by))
  if (words.month.includes(what)) return found(addMonths(today, by))
  const wanted = indexOfName(words.weekdays, what)
  return wanted < 0 ? undefined : found(addDays(today, 7 * by + wanted + 1 - weekday(today)))
}

/** The same date in another month, or that month's last. */
function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const months = year * 12 + month - 1 + count
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12 + 12) % 12 + 1]
  return dayText(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

function numeric(typed: string, order: DateWords['order'], yearless: Yearless): DateEntry | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed)
  if (iso) return dayIn(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const short = /^(\d{1,2})([-/. ])(\d{1,2})(?:[-/. ](\d{4}|\d{2})|\.)?$/.exec(typed)
  if (!short) return undefined
  const [first, second] = [Number(short[1]), Number(short[3])]
  const year = short[4]?.length === 2 ? `20${short[4]}` : short[4]
  const isDayFirst = order === 'dayFirst'
  const read = isDayFirst ? dated(first, second, year, yearless) : dated(second, first, year, yearless)
  if (read.ok) return read
  const swapped = isDayFirst ? dated(second, first, year, yearless) : dated(first, second, year, yearless)
  const instead = [short[3], short[1], ...short[4] ? [short[4]] : []].join(short[2])
  return swapped.ok ? { ok: false, reason: order, instead } : read
}

function named(typed: string, words: DateWords, yearless: Yearless): DateEntry | undefined {
  const match = /^(?:(\d{1,2})\.? ?([^\d\s.,]+)|([^\d\s.,]+)\.? ?(\d{1,2}))[.,]?(?: ?(\d{4}))?$/u.exec(typed)
  if (!match) return undefined
  const month = indexOfName(words.months, match[2] ?? match[3]!)
  return month < 0 ? undefined : dated(Number(match[1] ?? match[4]), month + 1, match[5], yearless)
}

const dated = (date: number, month: number, year: string | undefined, yearless: Yearless): DateEntry =>
  year ? dayIn(Number(year), month, date) : yearless(date, month)

function nearest(date: number, month: number, today: Day): DateEntry {
  const thisYear = Number(today.slice(0, 4))
  const distance = (day: Day) => Math.abs(numberOfDay(day) - numberOfDay(today))
  const days = [thisYear - 1, thisYear, thisYear + 1].map((y) => dayText(y, month, date)).filter(isDay)
  return found(days.sort((a, b) => distance(a) - distance(b))[0] ?? '')
}

/** Eight years ahead is the farthest that a 29 February can be. */
function firstFrom(date: number, month: number, earliest: Day): DateEntry {
  const years = Array.from({ length: 9 }, (_, after) => Number(earliest.slice(0, 4)) + after)
  return found(years.map((y) => dayText(y, month, date)).find((day) => isDay(day) && day >= earliest) ?? '')
}

const dayText = (year: number, month: number, date: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

const dayIn = (year: number, month: number, date: number): DateEntry => found(dayText(year, month, date))

/** Which of some names was typed, or -1. A name may be cut to three letters or more: `nov`, `novem`. */
export function indexOfName(names: string[][], typed: string): number {
  const exact = names.findIndex((alternatives) => alternatives.includes(typed))
  if (exact >= 0 || typed.length < 3) return exact
  return names.findIndex((alternatives) => alternatives.some((name) => name.startsWith(typed)))
}
