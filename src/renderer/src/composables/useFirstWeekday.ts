import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

/** The weekday that weeks begin with in the interface's language, 1 (Monday) to 7 (Sunday). */
export function useFirstWeekday(): ComputedRef<number> {
  const { locale } = useI18n()
  return computed(() => firstWeekday(locale.value))
}

type WeekInfo = { getWeekInfo?: () => { firstDay: number }, weekInfo?: { firstDay: number } }

/** As CLDR has it for the language; English as in Britain, as everywhere in the program. */
function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale === 'en' ? 'en-GB' : locale) as WeekInfo
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}
