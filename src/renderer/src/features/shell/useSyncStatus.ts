import { storeToRefs } from 'pinia'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useErrorText } from '@renderer/composables/useErrorText'
import { useSync } from '@renderer/services/sync'
import { faultOf, syncPhase, type SyncPhase } from './syncPhase'

export interface SyncText {
  phase: ComputedRef<SyncPhase>
  /** The status in words: `Up to date 09:37`. */
  words: ComputedRef<string>
  /** The same without what changes all day, for being spoken. */
  spoken: ComputedRef<string>
  /** The error in full, while there is one. */
  detail: ComputedRef<string>
}

/** Puts the traffic with the clinic server into words. */
export function useSyncStatus(): SyncText {
  const { t } = useI18n()
  const { brief, sentence } = useErrorText()
  const { timeOf } = useClinicClock()
  const { status, error } = storeToRefs(useSync())

  const failing = computed(() => error.value ?? status.value?.failing ?? null)
  const phase = computed(() => error.value ? 'failing' : syncPhase(status.value))
  const words = computed(() => {
    const { lastSuccess, failingSince, partly } = status.value ?? { lastSuccess: null, failingSince: null, partly: [] }
    const time = lastSuccess === null ? '' : timeOf(lastSuccess)
    if (phase.value === 'partly') return t('sync.partly', { what: partly.map((resource) => t(`sync.resource.${resource}`)).join(', ') })
    if (phase.value !== 'failing' || !failing.value) return t(`shell.sync.${phase.value}`, { time })
    const reason = brief(failing.value)
    if (failingSince === null) return t('shell.sync.failing', { reason })
    return t(`shell.sync.failingAs.${faultOf(failing.value)}`, { time: timeOf(failingSince), reason })
  })
  const spoken = computed(() => phase.value === 'failing' && failing.value
    ? t(`shell.sync.spokenFailing.${faultOf(failing.value)}`)
    : t(`shell.sync.spoken.${phase.value}`))

  return { phase, words, spoken, detail: computed(() => failing.value ? sentence(failing.value) : '') }
}
