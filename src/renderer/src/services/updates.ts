import { defineStore } from 'pinia'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** How the program stands to its newer versions. */
export const useUpdates = defineStore('updates', () => {
  const updates = useAsync((call: 'updates:read' | 'updates:check' | 'updates:install' = 'updates:read') => ask(call))

  /** Reads how it is and follows its changes; returns what ends it. */
  const start = () => {
    void updates.run()
    const stop = listen('updates:changed', () => void updates.run())
    return () => {
      stop()
      updates.reset()
    }
  }
  const check = () => updates.run('updates:check')
  /** What hinders it may have changed since it was read: a refusal is answered by reading how it is now. */
  const install = async () => {
    await updates.run('updates:install')
    if (updates.error.value?.kind === 'conflict') await updates.run()
  }

  return { updates: updates.value, error: updates.error, check, install, start }
})
