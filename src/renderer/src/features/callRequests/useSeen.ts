import { storeToRefs } from 'pinia'
import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { useAsync } from '@renderer/composables/useAsync'
import { useNotices } from '@renderer/services/notices'
import { useTriage } from '@renderer/services/triage'

/** Which call requests are new at this desk, and which one somebody came for: that one is seen by coming. */
export function useSeen() {
  const { t, n } = useI18n()
  const route = useRoute()
  const notices = useNotices()
  const triage = useTriage()
  const { marks, unseen } = storeToRefs(triage)

  const isNew = (id: number) => marks.value.get(id)?.state === 'new'
  const selected = computed(() => Number(route.query['request']) || undefined)
  const see = useAsync((ids: number[]) => triage.change(ids.map((id) => ({ id, state: 'seen' }))))

  watch([selected, marks], ([id]) => {
    if (id !== undefined && isNew(id)) void see.run([id])
  }, { immediate: true })

  async function seeAll() {
    const ids = [...marks.value.keys()].filter(isNew)
    await see.run(ids)
    if (!see.error.value) notices.say({ tone: 'success', text: t('callRequests.allSeen', { n: n(ids.length) }, ids.length) })
  }

  return { isNew, selected, unseen, seeAll, seeing: computed(() => see.status.value === 'loading'), seeError: see.error }
}
