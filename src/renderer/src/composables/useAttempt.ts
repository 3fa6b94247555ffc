import { readonly, ref, shallowReadonly, shallowRef, watch, type Ref } from 'vue'
import type { AppError } from '@shared/errors'
import { usePermission } from '@renderer/services/permission'
import { useSession } from '@renderer/services/session'
import { appErrorOf } from './appErrorOf'

export interface Attempt {
  busy: Readonly<Ref<boolean>>
  /** Why the last attempt failed. */
  failure: Readonly<Ref<AppError | undefined>>
  /** What stopped the last attempt, in the sender's own words. */
  stopped: Readonly<Ref<string | undefined>>
  /** How many attempts have failed. */
  failures: Readonly<Ref<number>>
  /** Runs one at a time: a call while one runs does nothing. Resolves with whether it went well; never rejects. */
  run: (task: () => Promise<string | void>) => Promise<boolean>
  forget: () => void
}

/** Attempts to write something: what came in between is told in words, and no click counts twice. */
export function useAttempt(): Attempt {
  const permission = usePermission()
  const session = useSession()
  const busy = ref(false)
  const failure = shallowRef<AppError>()
  const stopped = ref<string>()
  const failures = ref(0)
  const forget = () => {
    failure.value = undefined
    stopped.value = undefined
  }

  const run = async (task: () => Promise<string | void>) => {
    if (busy.value) return false
    busy.value = true
    forget()
    try {
      const words = await task()
      if (words === undefined) return true
      stopped.value = words || undefined
    } catch (cause) {
      failure.value = appErrorOf(cause)
      permission.heard(failure.value)
    } finally {
      busy.value = false
    }
    failures.value++
    return false
  }

  // Whoever has signed in again need not read that the session has ended.
  watch(() => session.state?.status, (status) => {
    if (status === 'signedIn' && failure.value?.kind === 'signedOut') forget()
  })

  return { busy: readonly(busy), failure: shallowReadonly(failure), stopped: readonly(stopped), failures: readonly(failures), run, forget }
}
