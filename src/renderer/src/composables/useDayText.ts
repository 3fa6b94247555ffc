import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { numberOfDay, type Day } from '@shared/domain/time'

export interface DayText {
  /** `Monday 23 November 2026` */
  long: (day: Day) => string
  /** `Mon 23 Nov 2026` */
  medium: (day: Day) => string
  /** `Mon 23 Nov` */
  short: (day: Day) => string
  /** `23 Nov` */
  date: (day: Day) => string
}

/** Calendar days in the interface's language. */
export function useDayText(): DayText {
  const { locale } = useI18n()
  const formats = computed(() => {
    // A day has no zone: it is put together and written out in UTC, whose days all have 24 hours, so that no zone can shift it.
    const of = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale.value, { timeZone: 'UTC', ...options })
    return {
      long: of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      medium: of({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
      short: of({ weekday: 'short', day: 'numeric', month: 'short' }),
      date: of({ day: 'numeric', month: 'short' }),
    }
  })
  const instant = (day: Day) => numberOfDay(day) * 86_400_000
  return {
    long: (day) => formats.value.long.format(instant(day)),
    medium: (day) => formats.value.medium.format(instant(day)),
    short: (day) => formats.value.short.format(instant(day)),
    date: (day) => formats.value.date.format(instant(day)),
  }
}
