import { readonly, shallowReadonly, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { AppError } from '@shared/errors'
import { appErrorOf } from './appErrorOf'

type AsyncStatus = 'idle' | 'loading' | 'ready' | 'failed'

export interface Async<T, Args extends unknown[]> {
  status: Readonly<Ref<AsyncStatus>>
  /** The last good value: it stays while a newer one is loading, and when that fails. */
  value: Readonly<ShallowRef<T | undefined>>
  /** Why the latest run failed; undefined while it runs and when it was good. */
  error: Readonly<ShallowRef<AppError | undefined>>
  /** Starts a run and resolves when it has ended, well or not; it never rejects. */
  run: (...args: Args) => Promise<void>
  /** Forgets the value, and the answer of a run under way. */
  reset: () => void
}

/** Runs `task` and holds its outcome. Only the latest run counts: the answers of earlier ones are dropped, in whatever order they come. */
export function useAsync<T, Args extends unknown[]>(task: (...args: Args) => Promise<T>): Async<T, Args> {
  const status = shallowRef<AsyncStatus>('idle')
  const value = shallowRef<T>()
  const error = shallowRef<AppError>()
  let latest = 0

  const run = async (...args: Args) => {
    const mine = ++latest
    status.value = 'loading'
    error.value = undefined
    try {
      const answer = await task(...args)
      if (mine !== latest) return
      value.value = answer
      status.value = 'ready'
    } catch (cause) {
      if (mine !== latest) return
      error.value = appErrorOf(cause)
      status.value = 'failed'
    }
  }

  const reset = () => {
    latest++
    status.value = 'idle'
    value.value = undefined
    error.value = undefined
  }

  return { status: readonly(status), value: shallowReadonly(value), error: shallowReadonly(error), run, reset }
}
