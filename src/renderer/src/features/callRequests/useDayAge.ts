import { useI18n } from 'vue-i18n'
import { numberOfDay } from '@shared/domain/time'
import { useClinicClock } from '@renderer/composables/useClinicClock'

/** How far a day (its number, see `numberOfDay`) is from the clinic's today: `Yesterday`, `12 days ago`. */
export function useDayAge(): (day: number) => string {
  const { t } = useI18n()
  const { today } = useClinicClock()
  return (day) => {
    const ago = numberOfDay(today.value) - day
    if (ago === 0) return t('callRequests.today')
    if (ago === 1) return t('callRequests.yesterday')
    if (ago === -1) return t('callRequests.tomorrow')
    return ago > 0 ? t('callRequests.daysAgo', { n: ago }, ago) : t('callRequests.inDays', { n: -ago }, -ago)
  }
}
