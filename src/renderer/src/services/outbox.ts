import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Job } from '@shared/domain/job'
import type { OutboxEntry } from '@shared/domain/outbox'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'
import { useJobs } from './jobs'

/** Not on the server, and nobody but a person can say what is to become of it. */
const NEEDS_PERSON: readonly OutboxEntry['state'][] = ['uncertain', 'refused', 'notMade']

/** Where the server answers, a create waits for a moment at most: it is not worth a word. */
const FRESH_MILLISECONDS = 400
const isFresh = ({ state, error, at }: OutboxEntry) => state === 'waiting' && error === null && Math.abs(Date.now() - at) < FRESH_MILLISECONDS

const isUnderWay = ({ state }: Pick<Job, 'state'>) => state !== 'stopped' && state !== 'finished'

/** What this desk created and the server is not known to have. Shared: the status line, the lists and Activity speak of it. */
export const useOutbox = defineStore('outbox', () => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const list = useAsync(async () => {
    const all = await ask('outbox:read')
    const settled = all.filter((entry) => !isFresh(entry))
    clearTimeout(timer)
    if (settled.length < all.length) timer = setTimeout(() => void list.run(), FRESH_MILLISECONDS)
    return settled
  })
  const jobStore = useJobs()

  const entries = computed((): readonly OutboxEntry[] => list.value.value ?? [])
  const jobs = computed(() => jobStore.jobs)

  /** Reads both and follows their changes; returns what ends it and forgets them. */
  const start = () => {
    void list.run()
    const stops = [jobStore.start(), listen('outbox:changed', () => void list.run())]
    return () => {
      for (const stop of stops) stop()
      clearTimeout(timer)
      list.reset()
    }
  }

  return {
    entries,
    jobs,
    error: list.error,
    isRead: computed(() => list.value.value !== undefined),
    /** How many creates wait, those of jobs too. */
    waiting: computed(() => entries.value.filter(({ state }) => state === 'waiting').length
      + jobs.value.filter(isUnderWay).reduce((sum, { counts }) => sum + counts.waiting, 0)),
    /** How many need a person. */
    needing: computed(() => entries.value.filter(({ state }) => NEEDS_PERSON.includes(state)).length),
    read: list.run,
    start,
  }
})
