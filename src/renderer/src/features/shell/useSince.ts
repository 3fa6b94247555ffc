import { storeToRefs } from 'pinia'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useDayText } from '@renderer/composables/useDayText'
import { useChanges } from '@renderer/services/changes'

/** Since when changes are counted, in words: `09:40`, with its day when that is not today. */
export function useSince(): ComputedRef<string> {
  const { t } = useI18n()
  const { today, dayOf, timeOf } = useClinicClock()
  const { short } = useDayText()
  const { changes } = storeToRefs(useChanges())
  return computed(() => {
    const since = changes.value?.since ?? null
    if (since === null) return ''
    const time = timeOf(since)
    return dayOf(since) === today.value ? time : t('stamp.dayAndTime', { day: short(dayOf(since)), time })
  })
}
