import { storeToRefs } from 'pinia'
import { onBeforeUnmount, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useNotices } from '@renderer/services/notices'
import { usePack } from '@renderer/services/pack'

/** Tells once of each new reason why the downtime pack can not be written, as long as it can not. */
export function usePackNotices(): void {
  const { t } = useI18n()
  const { say, takeBack } = useNotices()
  const pack = usePack()
  const { state } = storeToRefs(pack)

  watch(() => state.value?.failing, (failing) => {
    if (!failing) takeBack('pack')
    else say({ about: 'pack', tone: 'warning', text: t('pack.notice', { why: t(`pack.failing.${failing}`) }) })
  })
  onBeforeUnmount(pack.start())
}
