import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { MarkChange } from '@shared/domain/triage'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** What this desk marked of the call requests, on this computer. Shared: navigation and window title count the new ones. */
export const useTriage = defineStore('triage', () => {
  const all = useAsync(() => ask('triage:read'))
  const marks = computed(() => new Map(all.value.value?.marks.map((mark) => [mark.id, mark])))

  /** Reads the marks and follows their changes; returns what ends it and forgets them. */
  const start = () => {
    void all.run()
    const stop = listen('triage:changed', () => void all.run())
    return () => {
      stop()
      all.reset()
    }
  }

  return {
    triage: all.value,
    /** By the request's id; one without a mark was there before this desk first looked, and is seen. */
    marks,
    /** How many requests on the server are new. */
    unseen: computed(() => all.value.value?.unseen ?? 0),
    start,
    /** Answers with the changes that undo it. Throws `AppFailure`. */
    change: (changes: MarkChange[]) => ask('triage:change', changes),
  }
})
