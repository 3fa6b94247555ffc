import { computed, onBeforeUnmount, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAsync } from '@renderer/composables/useAsync'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useErrorText } from '@renderer/composables/useErrorText'
import { ask, listen } from '@renderer/services/desk'
import { syncPhase, type SyncPhase } from './syncPhase'

export interface SyncText {
  phase: ComputedRef<SyncPhase>
  /** The status in words: `Up to date 09:37`. */
  words: ComputedRef<string>
  /** The error in full, while there is one. */
  detail: ComputedRef<string>
  /** Whether the receptionist's own wish to fetch is under way. */
  asking: ComputedRef<boolean>
  syncNow: () => Promise<void>
}

/** Follows the traffic with the clinic server and puts it into words. */
export function useSyncStatus(): SyncText {
  const { t } = useI18n()
  const { brief, sentence } = useErrorText()
  const { timeOf } = useClinicClock()
  const current = useAsync(() => ask('sync:status'))
  const fresh = useAsync(() => ask('sync:now'))

  void current.run()
  onBeforeUnmount(listen('sync:changed', () => void current.run()))

  const failing = computed(() => fresh.error.value ?? current.value.value?.failing ?? null)
  const phase = computed(() => fresh.error.value ? 'failing' : syncPhase(current.value.value))
  const words = computed(() => {
    const { lastSuccess, failingSince } = current.value.value ?? { lastSuccess: null, failingSince: null }
    if (phase.value === 'failing' && failing.value) {
      const reason = brief(failing.value)
      return failingSince === null ? t('shell.sync.failing', { reason }) : t('shell.sync.failingSince', { time: timeOf(failingSince), reason })
    }
    return t(`shell.sync.${phase.value}`, { time: lastSuccess === null ? '' : timeOf(lastSuccess) })
  })

  return {
    phase,
    words,
    detail: computed(() => failing.value ? sentence(failing.value) : ''),
    asking: computed(() => fresh.status.value === 'loading'),
    syncNow: fresh.run,
  }
}
