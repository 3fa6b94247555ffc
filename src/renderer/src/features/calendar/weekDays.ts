import { addDays, isDay, weekday, type Day } from '@shared/domain/time'

/** The seven days of the week that a day is in; `first` is the weekday that weeks begin with, 1 (Monday) to 7. */
export function weekDays(day: Day, first: number): Day[] {
  const begin = addDays(day, -((weekday(day) - first + 7) % 7))
  return Array.from({ length: 7 }, (_, place) => addDays(begin, place)).filter(isDay)
}
