import { useI18n } from 'vue-i18n'

/** Weekdays, 1 (Monday) to 7 (Sunday), with their names in the interface's language. To be called where the language is followed. */
export function useWeekdayNames() {
  const { locale } = useI18n()
  return <Weekday extends number>(days: readonly Weekday[]): { day: Weekday, short: string, long: string }[] => {
    // 5 January 1970, four days after the beginning of all instants, was a Monday. In UTC no zone can shift it.
    const instant = (day: number) => (3 + day) * 86_400_000
    const [short, long] = (['short', 'long'] as const).map((weekday) => new Intl.DateTimeFormat(locale.value, { weekday, timeZone: 'UTC' }))
    return days.map((day) => ({ day, short: short!.format(instant(day)), long: long!.format(instant(day)) }))
  }
}
