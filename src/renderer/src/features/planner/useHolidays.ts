import { computed, shallowReadonly, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { AppError } from '@shared/errors'
import type { HolidaySet } from '@shared/planner/holidays'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { ask } from '@renderer/services/desk'

export interface Holidays {
  sets: ComputedRef<readonly HolidaySet[]>
  names: ComputedRef<readonly string[]>
  /** Why they could not be read. */
  error: Readonly<Ref<AppError | undefined>>
  read: () => Promise<void>
  /** Throws `AppFailure`. */
  keep: (sets: HolidaySet[]) => Promise<void>
}

/** The lists of holidays that this desk keeps. */
export function useHolidays(): Holidays {
  const kept = shallowRef<readonly HolidaySet[]>([])
  const error = shallowRef<AppError>()
  const read = async () => {
    error.value = undefined
    try {
      kept.value = await ask('planner:readHolidays')
    } catch (cause) {
      error.value = appErrorOf(cause)
    }
  }
  void read()
  return {
    sets: computed(() => kept.value),
    names: computed(() => kept.value.map(({ name }) => name)),
    error: shallowReadonly(error),
    read,
    keep: async (sets) => { kept.value = await ask('planner:keepHolidays', sets) },
  }
}
