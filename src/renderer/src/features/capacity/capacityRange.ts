import { addDays, type Day } from '@shared/domain/time'
import { weekStart, type Weekday } from '@shared/domain/week'

export const rangeChoices = ['thisWeek', 'nextWeek', 'fourWeeks', 'own'] as const
export type RangeChoice = typeof rangeChoices[number]

export interface DayRange { from: Day, to: Day }

/** The days of a choice; `first` is the weekday that weeks begin with. Four weeks begin today. */
export function rangeOf(choice: Exclude<RangeChoice, 'own'>, today: Day, first: Weekday): DayRange {
  if (choice === 'fourWeeks') return { from: today, to: addDays(today, 27) }
  const begin = addDays(weekStart(today, first), choice === 'nextWeek' ? 7 : 0)
  return { from: begin, to: addDays(begin, 6) }
}
