/**
 * Wall-clock days and times. A day is the text `YYYY-MM-DD`, a time of day a number of seconds since midnight;
 * neither ever passes through a `Date`, so no zone and no clock change can shift them.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** Seconds in a full day: the end of a slot that lasts until midnight. */
export const DAY_SECONDS = 86_400

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether `text` is a day that exists, `2024-02-29` but not `2023-02-29`. */
export function isDay(text: string): text is Day {
  const match = DAY.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Number of days in a month; `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number): number => month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]!

/** The day `count` calendar days after `day` (before it when negative). */
export const addDays = (day: Day, count: number): Day => dayOfNumber(numberOfDay(day) + count)

/** 1 (Monday) to 7 (Sunday). */
export const weekday = (day: Day): number => (((numberOfDay(day) + 3) % 7) + 7) % 7 + 1

/** Days since 1970-01-01, by the civil-calendar arithmetic of Howard Hinnant ("chrono-compatible low-level date algorithms"). */
export function numberOfDay(day: Day): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The last day that can be written, by number: 9999-12-31. */
export const LAST_DAY = 2_932_896

/** The day that is `number` days after 1970-01-01: the inverse of `numberOfDay`. */
export function dayOfNumber(number: number): Day {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * m + 2) / 5) + 1
  const month = m < 10 ? m + 3 : m - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/**
 * Seconds since midnight of the API's time text (`11:13`, `11:13:00`, `11:13:00.000000`), or undefined when it is none.
 * Fractions of a second are dropped.
 */
export function secondsOf(text: string): number | undefined {
  const match = TIME.exec(text)
  if (!match) return undefined
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  return hours < 24 && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : undefined
}

/** `HH:MM` of a time of day in seconds; the end of the day is `24:00`. */
export const clockText = (seconds: number): string =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`

/** `11:13 – 11:19`: how a slot's time is written and spoken everywhere (24 hours, en dash). */
export const rangeText = (start: number, end: number): string => `${clockText(start)} – ${clockText(end)}`

/** Wall-clock day and time of day (seconds) of an instant (epoch milliseconds) in an IANA zone. */
export function wallClock(instant: number, zone: string): { day: Day, seconds: number } {
  const parts = Object.fromEntries(formatter(zone).formatToParts(instant).map((part) => [part.type, part.value]))
  return {
    day: `${parts['year']!.padStart(4, '0')}-${parts['month']}-${parts['day']}`,
    seconds: Number(parts['hour']) * 3600 + Number(parts['minute']) * 60 + Number(parts['second']),
  }
}

/**
 * The instant (epoch milliseconds) at which the wall clock of a zone shows this day and time of day. One that is skipped when clocks are
 * put forward is as much later; of one that comes twice it is one of the two.
 */
export function instantOf(day: Day, seconds: number, zone: string): number {
  const wanted = numberOfDay(day) * DAY_SECONDS + seconds
  // What the clock shows tells how far a guess is off; near a change of the clocks the first answer may be an hour off.
  const shown = (instant: number) => {
    const wall = wallClock(instant, zone)
    return numberOfDay(wall.day) * DAY_SECONDS + wall.seconds
  }
  const guess = wanted * 1000
  const near = guess + (wanted - shown(guess)) * 1000
  return near + (wanted - shown(near)) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-u-nu-latn', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    })
    formatters.set(zone, found)
  }
  return found
}
