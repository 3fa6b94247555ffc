import { defineStore } from 'pinia'
import { watch } from 'vue'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'
import { useViewCounts } from './viewCounts'

/** The clinic's call requests. Shared, because the status line counts them wherever the receptionist is. */
export const useCallRequests = defineStore('callRequests', () => {
  const list = useAsync(() => ask('callRequests:list'))
  const counts = useViewCounts()

  watch(list.value, (requests) => {
    counts.set('callRequests', requests && requests.stamp.fetchedAt !== null ? requests.ids.length : undefined)
  })

  /** Reads the list and follows its changes; returns what ends it and forgets the list. */
  const start = () => {
    void list.run()
    const stop = listen('callRequests:changed', () => void list.run())
    return () => {
      stop()
      list.reset()
    }
  }

  return { requests: list.value, status: list.status, error: list.error, read: list.run, start }
})
