import { useI18n } from 'vue-i18n'
import { useClinicClock } from './useClinicClock'
import { useDayText } from './useDayText'

/** Says when something was on the clinic's clock: the time alone for today, else with its day. */
export function useWhen(): (instant: number) => string {
  const { t } = useI18n()
  const { today, dayOf, timeOf } = useClinicClock()
  const { short } = useDayText()
  return (instant) => {
    const day = dayOf(instant)
    return day === today.value ? timeOf(instant) : t('stamp.dayAndTime', { day: short(day), time: timeOf(instant) })
  }
}
