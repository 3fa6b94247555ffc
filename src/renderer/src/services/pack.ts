import { defineStore } from 'pinia'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** The downtime pack of whoever is signed in. */
export const usePack = defineStore('pack', () => {
  const state = useAsync(() => ask('pack:read'))

  /** Reads how it is and follows its changes; returns what ends it. */
  const start = () => {
    void state.run()
    const stop = listen('pack:changed', () => void state.run())
    return () => {
      stop()
      state.reset()
    }
  }

  return { state: state.value, start }
})
