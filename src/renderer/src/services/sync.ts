import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** The traffic with the clinic server, for whoever shows a part of it. */
export const useSync = defineStore('sync', () => {
  const current = useAsync(() => ask('sync:status'))
  const fresh = useAsync(() => ask('sync:now'))

  /** Reads the status and follows its changes; returns what ends it and forgets the status. */
  const start = () => {
    void current.run()
    const stop = listen('sync:changed', () => void current.run())
    return () => {
      stop()
      current.reset()
      fresh.reset()
    }
  }

  return {
    status: current.value,
    /** Why not even the person's own wish to fetch could be begun. */
    error: fresh.error,
    /** Whether that wish is under way. */
    asking: computed(() => fresh.status.value === 'loading'),
    syncNow: fresh.run,
    start,
  }
})
