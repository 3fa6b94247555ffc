import { onBeforeUnmount } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CacheState } from '@shared/domain/cacheState'
import { ask, listen } from '@renderer/services/desk'
import { useNotices } from '@renderer/services/notices'

const none: CacheState = { setAside: { days: 0, lists: 0 }, failing: null }

/** Tells once of what is wrong with the copy of the clinic's data on this computer's disk. */
export function useCopyNotices(): void {
  const { t } = useI18n()
  const { say } = useNotices()
  let told = none

  const warn = (text: string) => { say({ tone: 'warning', text }) }
  const tell = (now: CacheState) => {
    const [days, lists] = [now.setAside.days - told.setAside.days, now.setAside.lists - told.setAside.lists]
    if (days > 0) warn(t('cache.daysSetAside', { n: days }, days))
    if (lists > 0) warn(t('cache.listsSetAside', { n: lists }, lists))
    if (now.failing && now.failing !== told.failing) warn(t(`cache.failing.${now.failing}`))
    told = now
  }
  // Not worth an error of its own: whatever keeps main from answering is told elsewhere.
  const look = () => { ask('cache:read').then(tell, () => undefined) }

  look()
  onBeforeUnmount(listen('cache:changed', look))
}
