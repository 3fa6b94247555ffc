import { shallowRef, watch } from 'vue'
import { useAttempt, type Attempt } from '@renderer/composables/useAttempt'
import { useJobs } from '@renderer/services/jobs'
import type { Previewing } from './usePreview'

/** The longest title that a job can have. */
const LONGEST = 1000

export interface CreateJob extends Pick<Attempt, 'busy' | 'failure'> {
  /** Starts the job of exactly what is shown. Resolves with its id, or undefined when it could not be started. */
  create: (title: string) => Promise<string | undefined>
}

/** Starts jobs. An order that may have arrived is repeated under the same id, until other slots are to be created. */
export function useCreateJob({ preview, taken, slots }: Pick<Previewing, 'preview' | 'taken' | 'slots'>): CreateJob {
  const jobs = useJobs()
  const { busy, failure, run } = useAttempt()
  const id = shallowRef(crypto.randomUUID())
  watch([preview, taken], () => { id.value = crypto.randomUUID() })

  const create = async (title: string) => {
    const order = { id: id.value, title: title.slice(0, LONGEST), slots: slots() }
    const isStarted = await run(async () => { await jobs.begin(order) })
    return isStarted ? order.id : undefined
  }
  return { busy, failure, create }
}
