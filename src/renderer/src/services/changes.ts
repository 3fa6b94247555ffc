import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Change } from '@shared/domain/change'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** How long a mark stays once it has been on the screen. */
const MARKED_MS = 10 * 60_000

/** What others changed on the server since this person last looked. Shared: the status line counts it, the board and the lists mark it. */
export const useChanges = defineStore('changes', () => {
  const current = useAsync(() => ask('changes:read'))
  const seen = useAsync(() => ask('changes:markSeen'))

  const keyOf = (kind: Change['kind'], id: number) => `${kind} ${id}`
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const faded = shallowRef<ReadonlySet<string>>(new Set())

  /** These marks are on the screen: they fade after a while, the list of changes keeps them. */
  const saw = (kind: Change['kind'], ids: Iterable<number>) => {
    // Nobody looks at a window that is hidden; what is still new is said again with the next data.
    if (document.hidden) return
    for (const key of Array.from(ids, (id) => keyOf(kind, id)).filter((each) => !timers.has(each))) {
      timers.set(key, setTimeout(() => { faded.value = new Set([...faded.value, key]) }, MARKED_MS))
    }
  }

  /** Reads them and follows; returns what ends it and forgets them. */
  const start = () => {
    void current.run()
    const stop = listen('changes:changed', () => void current.run())
    return () => {
      stop()
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      faded.value = new Set()
      current.reset()
    }
  }

  const marked = (kind: Change['kind']) => computed(() => new Set((current.value.value?.changes ?? [])
    .filter((change) => change.kind === kind && change.turn === 'came' && !faded.value.has(keyOf(kind, change.id)))
    .map(({ id }) => id)))

  return {
    changes: current.value,
    /** Why they could not be marked as seen. */
    error: seen.error,
    /** Ids of what is new and still marked as such. */
    newStaff: marked('staffMember'),
    newSlots: marked('slot'),
    saw,
    markSeen: seen.run,
    start,
  }
})
