import { LAST_DAY, numberOfDay } from '../domain/time'
import type { HolidaySet } from './holidays'
import { MOST_PLANNED, type Plan } from './plan'
import type { PlanNote } from './preview'

/** Days by number (`numberOfDay`), earliest first, each once; `holidays` has 1 for one that the plan skips as a holiday. */
export interface PlannedDays { days: number[], holidays: Uint8Array, notes: PlanNote[] }

/** The days of a plan. Single extra days win over everything: no weekday, day off, holiday or range takes them away. */
export function plannedDays(plan: Plan, sets: readonly HolidaySet[]): PlannedDays {
  const { first, last } = rangeOf(plan)
  const { skipped, notes } = skippedOf(plan.skip, sets)
  const plus = new Set(plan.plus.map(numberOfDay))
  const off = new Set(plan.off.map(numberOfDay))
  const rhythm = rhythmDays(plan, first, last).filter((day) => !off.has(day) && !plus.has(day))
  const days = plus.size === 0 ? rhythm : [...rhythm, ...plus].sort((a, b) => a - b)
  if (last < first) notes.push({ kind: 'endBeforeStart' })
  else if (days.length === 0) notes.push({ kind: 'noDay' })
  return { days, holidays: Uint8Array.from(days, (day) => skipped.has(day) && !plus.has(day) ? 1 : 0), notes }
}

/** The first and the last day of a plan, as numbers. */
function rangeOf({ from, end }: Plan): { first: number, last: number } {
  const first = numberOfDay(from)
  return { first, last: end.kind === 'until' ? numberOfDay(end.day) : Math.min(first + end.weeks * 7 - 1, LAST_DAY) }
}

/** The plan's weekdays in every n-th week from that of `first`; weeks begin on Monday. At most one day more than can be planned. */
function rhythmDays({ weekdays, everyWeeks }: Plan, first: number, last: number): number[] {
  const wanted = [...new Set(weekdays)].sort((a, b) => a - b)
  const days: number[] = []
  for (let monday = mondayOf(first); monday <= last && days.length <= MOST_PLANNED; monday += everyWeeks * 7) {
    for (const weekday of wanted) {
      const day = monday + weekday - 1
      if (day >= first && day <= last) days.push(day)
    }
  }
  return days.slice(0, MOST_PLANNED + 1)
}

/** 1970-01-01, day 0, was a Thursday. */
const mondayOf = (day: number) => day - (((day + 3) % 7) + 7) % 7

function skippedOf(skip: Plan['skip'], sets: readonly HolidaySet[]): { skipped: Set<number>, notes: PlanNote[] } {
  const chosen = skip === 'all' ? sets : sets.filter(({ name }) => skip.includes(name))
  return { skipped: new Set(chosen.flatMap(({ days }) => days.map(({ day }) => numberOfDay(day)))), notes: unknownIn(skip, sets) }
}

function unknownIn(skip: Plan['skip'], sets: readonly HolidaySet[]): PlanNote[] {
  if (skip === 'all') return sets.length === 0 ? [{ kind: 'noHolidays' }] : []
  return skip.filter((wanted) => !sets.some(({ name }) => name === wanted)).map((name) => ({ kind: 'unknownHolidays', name }))
}
