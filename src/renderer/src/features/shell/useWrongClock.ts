import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { WRONG_CLOCK_MS } from '@shared/domain/sync'

/** Names a clock that is wrong by five minutes or more; '' while it is right. `skew` is how far the server's is ahead, in milliseconds. */
export function useWrongClock(skew: () => number): ComputedRef<string> {
  const { t } = useI18n()
  return computed(() => {
    const off = skew()
    if (Math.abs(off) < WRONG_CLOCK_MS) return ''
    const minutes = Math.round(Math.abs(off) / 60_000)
    // Beyond two hours minutes say nothing.
    const length = minutes < 120 ? t('sync.minutes', { n: minutes }, minutes) : t('sync.hours', { n: Math.round(minutes / 60) })
    return t(off > 0 ? 'sync.clockBehind' : 'sync.clockAhead', { length })
  })
}
