import { computed, type ComputedRef } from 'vue'
import { weekdaysFrom, type Weekday } from '@shared/domain/week'
import { useFirstWeekday } from './useFirstWeekday'
import { useWeekdayNames } from './useWeekdayNames'

/** The weekdays to choose among, in the order of this desk's weeks. */
export function useWeekdays(): ComputedRef<{ value: Weekday, short: string, long: string }[]> {
  const first = useFirstWeekday()
  const named = useWeekdayNames()
  return computed(() => named(weekdaysFrom(first.value)).map(({ day, ...names }) => ({ value: day, ...names })))
}
