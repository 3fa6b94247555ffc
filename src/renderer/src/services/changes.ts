import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Change } from '@shared/domain/change'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** What others changed on the server since this person last looked. Shared: the status line counts it, the board and the lists mark it. */
export const useChanges = defineStore('changes', () => {
  const current = useAsync(() => ask('changes:read'))
  const seen = useAsync(() => ask('changes:markSeen'))

  /** Reads them and follows; returns what ends it and forgets them. */
  const start = () => {
    void current.run()
    const stop = listen('changes:changed', () => void current.run())
    return () => {
      stop()
      current.reset()
    }
  }

  const newOnes = <K extends Change['kind']>(kind: K) => (current.value.value?.changes ?? [])
    .filter((change): change is Extract<Change, { kind: K }> => change.kind === kind && change.turn === 'came')

  return {
    changes: current.value,
    /** Why they could not be marked as seen. */
    error: seen.error,
    /** Ids of what is new. */
    newStaff: computed(() => new Set(newOnes('staffMember').map(({ id }) => id))),
    newSlots: computed(() => new Set(newOnes('slot').map(({ id }) => id))),
    markSeen: seen.run,
    start,
  }
})
