import { addDays, daysInMonth, type Day } from '@shared/domain/time'
import type { Weekday } from '@shared/domain/week'
import { weekDays } from './weekDays'

/** Six weeks: every month fits, and none is higher than another. */
export const MONTH_DAYS = 42

const parts = (day: Day) => day.split('-').map(Number) as [number, number, number]
const dayText = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** The six weeks that begin with the one in which the month of a day begins; `first` is the weekday that weeks begin with. */
export function monthDays(day: Day, first: Weekday): Day[] {
  const begin = weekDays(`${day.slice(0, 8)}01`, first)[0]!
  return Array.from({ length: MONTH_DAYS }, (_, after) => addDays(begin, after))
}

/** The same date so many months later, or that month's last. */
export function monthsAfter(day: Day, count: number): Day {
  const [year, month, date] = parts(day)
  const months = year * 12 + month - 1 + count
  const [toYear, toMonth] = [Math.floor(months / 12), months % 12 + 1]
  return dayText(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** How full a day is against the fullest that is shown: 0 for nothing, 1 to 4 by quarters. */
export const heatOf = (minutes: number, most: number): number => minutes <= 0 ? 0 : Math.max(1, Math.ceil(minutes / most * 4))

const steps: Record<string, number | undefined> = { ArrowUp: -7, ArrowDown: 7 }

/** The day that a key leads to from another; undefined for keys that are not the calendar's. */
export function dayOfKey(key: string, from: Day, isRtl: boolean, first: Weekday): Day | undefined {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight'
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': return addDays(from, key === forward ? 1 : -1)
    case 'PageUp': return monthsAfter(from, -1)
    case 'PageDown': return monthsAfter(from, 1)
    case 'Home': return weekDays(from, first)[0]
    case 'End': return weekDays(from, first).at(-1)
    default: return steps[key] === undefined ? undefined : addDays(from, steps[key])
  }
}
