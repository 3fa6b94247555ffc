import { useI18n } from 'vue-i18n'
import type { Create } from '@shared/domain/outbox'
import { useDayText } from './useDayText'
import type { Names } from './useNames'
import { useTimes } from './useTimes'

/** What a create is called in a sentence: `09:00 – 09:15, Mon 23 Nov, City Clinic`. */
export function useCreateName({ clinicLabel, doctor }: Pick<Names, 'clinicLabel' | 'doctor'>): (create: Create) => string {
  const { t } = useI18n()
  const { short } = useDayText()
  const times = useTimes()
  return ({ kind, form }) => {
    switch (kind) {
      case 'slot': return t('calendar.newSlot.name', {
        range: times.value.range(form.start, form.end), day: short(form.date), clinic: clinicLabel(form.clinicId),
      })
      case 'callRequest': return t('callRequests.new.name', { doctor: doctor(form.doctorId), day: short(form.date) })
      case 'staffMember':
      case 'department': return form.name
    }
  }
}
