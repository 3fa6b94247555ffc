import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { AppError } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'

export interface Faults {
  /** Why the last task failed. */
  failure: ShallowRef<AppError | undefined>
  busy: Ref<boolean>
  /** Runs a task; resolves when it has ended, well or not. */
  attempt: (task: () => Promise<unknown>) => Promise<void>
}

/** What went wrong of what the board was asked to do, until it is asked for something else. */
export function useFaults(): Faults {
  const failure = shallowRef<AppError>()
  const busy = ref(false)
  const attempt = async (task: () => Promise<unknown>) => {
    failure.value = undefined
    busy.value = true
    try { await task() } catch (cause) { failure.value = appErrorOf(cause) }
    busy.value = false
  }
  return { failure, busy, attempt }
}
