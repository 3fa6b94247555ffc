import { addDays, isDay, numberOfDay, weekday, type Day } from './time'

/** Words that a date may be typed with, lower case: names of months and weekdays (Monday first), and of days near today. */
export interface DateWords {
  months: string[][]
  weekdays: string[][]
  today: string[]
  tomorrow: string[]
  yesterday: string[]
}

export type DateEntry = { ok: true, day: Day } | { ok: false, reason: 'unknown' | 'noSuchDay' }

const none: DateEntry = { ok: false, reason: 'unknown' }
const found = (day: Day): DateEntry => isDay(day) ? { ok: true, day } : { ok: false, reason: 'noSuchDay' }

export interface DateEntryOptions {
  /** A weekday, and a date without a year, is the first from this day on; else from today on, and the nearest one to today. */
  earliest?: Day
}

/**
 * The day that a person typed: `2026-11-30`, `30/11`, `30.11.2026`, `30 nov`, `nov 30 2026`, `today`, `+3` or `-2w` from today,
 * `fri` (the first from today on). Without a year it is the nearest one to today.
 */
export function parseDateEntry(text: string, today: Day, words: DateWords, { earliest }: DateEntryOptions = {}): DateEntry {
  const typed = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const yearless = (date: number, month: number) => earliest === undefined ? nearest(date, month, today) : firstFrom(date, month, earliest)
  return near(typed, today, words, earliest ?? today) ?? shifted(typed, today)
    ?? numeric(typed, yearless) ?? named(typed, words, yearless) ?? none
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
  const match = /^([-+−]) ?(\d{1,5}) ?(d|w)?$/.exec(typed)
  if (!match) return undefined
  const days = Number(match[2]) * (match[3] === 'w' ? 7 : 1)
  return found(addDays(today, match[1] === '+' ? days : -days))
}

function numeric(typed: string, yearless: Yearless): DateEntry | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed)
  if (iso) return dayIn(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const short = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4})|\.)?$/.exec(typed)
  return short ? dated(Number(short[1]), Number(short[2]), short[3], yearless) : undefined
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
