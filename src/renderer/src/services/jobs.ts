import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Job, JobOrder } from '@shared/domain/job'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** Jobs of this person until they are dismissed, newest first. They go on in the main process, whatever is on screen. */
export const useJobs = defineStore('jobs', () => {
  const list = useAsync(() => ask('jobs:read'))
  /** The job that was started last on this screen. */
  const started = ref<string>()

  // A job of a thousand slots changes a thousand times: what is told while it is being read is answered by one more reading.
  let isStale = false
  const read = async () => {
    isStale = true
    if (list.status.value === 'loading') return
    while (isStale) {
      isStale = false
      await list.run()
    }
  }

  /** Follows the jobs; returns what ends it and forgets them. */
  const start = () => {
    void read()
    const stop = listen('jobs:changed', () => void read())
    return () => {
      stop()
      isStale = false
      list.reset()
    }
  }
  /** Throws `AppFailure`, as do the next ones. */
  const begin = async (order: JobOrder): Promise<Job> => {
    const job = await ask('jobs:start', order)
    started.value = job.id
    await read()
    return job
  }
  const order = (call: 'jobs:pause' | 'jobs:resume' | 'jobs:stop') => async (id: string): Promise<Job> => {
    const job = await ask(call, { id })
    await read()
    return job
  }
  const dismiss = async (id: string) => {
    await ask('jobs:dismiss', { id })
    await read()
  }
  /** Calls a job off that is still held, so that nothing of it is sent. Resolves with whether it was in time. */
  const callOff = async (id: string): Promise<boolean> => {
    const { counts, total } = await order('jobs:stop')(id)
    const isInTime = counts.discarded === total
    if (isInTime) await dismiss(id).catch(appErrorOf)
    return isInTime
  }

  return {
    jobs: computed((): readonly Job[] => list.value.value ?? []),
    started,
    begin,
    pause: order('jobs:pause'),
    resume: order('jobs:resume'),
    stop: order('jobs:stop'),
    dismiss,
    callOff,
    start,
  }
})
