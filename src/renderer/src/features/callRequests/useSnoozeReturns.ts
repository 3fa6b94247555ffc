import { storeToRefs } from 'pinia'
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useNow } from '@renderer/composables/useNow'
import { useNotices } from '@renderer/services/notices'
import { useTriage } from '@renderer/services/triage'
import { isBack } from './standing'

/** Tells, wherever the receptionist is, when requests that were put off are back. */
export function useSnoozeReturns(): void {
  const { t, n } = useI18n()
  const now = useNow()
  const router = useRouter()
  const notices = useNotices()
  const { triage, marks } = storeToRefs(useTriage())

  watch(now, (is, was) => {
    const gone = new Set(triage.value?.gone.map(({ id }) => id))
    const back = [...marks.value.values()].filter((mark) => isBack(mark, is) && !isBack(mark, was) && !gone.has(mark.id))
    if (back.length === 0) return
    const show = () => void router.push({ name: 'callRequests', query: back.length === 1 ? { request: back[0]!.id } : {} })
    notices.say({
      tone: 'info', about: 'snoozes', text: t('callRequests.back', { n: n(back.length), id: back[0]!.id }, back.length),
      action: { label: t('alerts.show'), run: show },
    })
  })
}
