import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Job } from '@shared/domain/job'
import type { OutboxEntry } from '@shared/domain/outbox'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'
import { useJobs } from './jobs'

/** Not on the server, and nobody but a person can say what is to become of it. */
const NEEDS_PERSON: readonly OutboxEntry['state'][] = ['uncertain', 'refused', 'notMade']

const isUnderWay = ({ state }: Pick<Job, 'state'>) => state !== 'stopped' && state !== 'finished'

/** What this desk created and the server is not known to have. Shared: the status line, the lists and Activity speak of it. */
export const useOutbox = defineStore('outbox', () => {
  const list = useAsync(() => ask('outbox:read'))
  const jobStore = useJobs()

  const entries = computed((): readonly OutboxEntry[] => list.value.value ?? [])
  const jobs = computed(() => jobStore.jobs)

  /** Reads both and follows their changes; returns what ends it and forgets them. */
  const start = () => {
    void list.run()
    const stops = [jobStore.start(), listen('outbox:changed', () => void list.run())]
    return () => {
      for (const stop of stops) stop()
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
