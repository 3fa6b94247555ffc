import { shallowRef, type Ref } from 'vue'
import type { AppError } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'

export interface EntryActions {
  /** Keys of what something is being done about. */
  busy: Readonly<Ref<ReadonlySet<string>>>
  /** Why the last thing done about one failed. */
  failures: Readonly<Ref<ReadonlyMap<string, AppError>>>
  /** Does something about one, one thing at a time; never rejects. */
  act: (key: string, task: () => Promise<unknown>) => Promise<void>
}

/** What people do about creates that are not on the server, one by one. */
export function useEntryActions(): EntryActions {
  const busy = shallowRef<ReadonlySet<string>>(new Set())
  const failures = shallowRef<ReadonlyMap<string, AppError>>(new Map())

  const act = async (key: string, task: () => Promise<unknown>) => {
    if (busy.value.has(key)) return
    busy.value = new Set([...busy.value, key])
    failures.value = new Map([...failures.value].filter(([other]) => other !== key))
    try {
      await task()
    } catch (cause) {
      failures.value = new Map([...failures.value, [key, appErrorOf(cause)]])
    }
    busy.value = new Set([...busy.value].filter((other) => other !== key))
  }
  return { busy, failures, act }
}
