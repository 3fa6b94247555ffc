import { defineStore } from 'pinia'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** How this desk tells of new call requests beside its list. */
export const useAlerts = defineStore('alerts', () => {
  const status = useAsync(() => ask('alerts:status'))

  /** Reads how it is and follows its changes; returns what ends it. */
  const start = () => {
    void status.run()
    const stop = listen('alerts:changed', () => void status.run())
    return () => {
      stop()
      status.reset()
    }
  }

  return { status: status.value, start }
})
