import { addDays, isDay, type Day } from '@shared/domain/time'
import { weekStart, type Weekday } from '@shared/domain/week'

/** The seven days of the week that a day is in; `first` is the weekday that weeks begin with. */
export function weekDays(day: Day, first: Weekday): Day[] {
  const begin = weekStart(day, first)
  return Array.from({ length: 7 }, (_, place) => addDays(begin, place)).filter(isDay)
}
