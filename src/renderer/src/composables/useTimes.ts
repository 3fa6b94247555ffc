import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { times, type Times } from '@shared/texts/times'

/** Times of day as the interface writes them: its digits, 12 or 24 hours. */
export function useTimes(): ComputedRef<Times> {
  const { locale } = useI18n()
  return computed(() => times(locale.value))
}
