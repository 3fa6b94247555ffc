import { addDays, weekday, type Day } from '@shared/domain/time'

export const rangeChoices = ['thisWeek', 'nextWeek', 'fourWeeks', 'own'] as const
export type RangeChoice = typeof rangeChoices[number]

export interface DayRange { from: Day, to: Day }

/** The days of a choice; `first` is the weekday that weeks begin with, 1 (Monday) to 7. Four weeks begin today. */
export function rangeOf(choice: Exclude<RangeChoice, 'own'>, today: Day, first: number): DayRange {
  if (choice === 'fourWeeks') return { from: today, to: addDays(today, 27) }
  const begin = addDays(today, -((weekday(today) - first + 7) % 7) + (choice === 'nextWeek' ? 7 : 0))
  return { from: begin, to: addDays(begin, 6) }
}
