import { computed, onScopeDispose, type ComputedRef } from 'vue'
import type { StaffList } from '@shared/domain/staff'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from '@renderer/services/desk'
import { staffIndex, type StaffIndex } from './staffIndex'

export interface StaffData {
  list: ComputedRef<StaffList | undefined>
  /** Ready to be searched. */
  index: ComputedRef<StaffIndex | undefined>
  /** The departments that there are; those of the staff while the list of departments is not known. */
  departments: ComputedRef<readonly string[]>
  /** Why the list could not even be asked for. */
  error: ComputedRef<AppError | undefined>
  read: () => Promise<void>
}

/** The staff and the departments, followed as they change. */
export function useStaff(): StaffData {
  const staff = useAsync(() => ask('staff:list'))
  const departments = useAsync(() => ask('departments:list'))
  const stops = [listen('staff:changed', () => void staff.run()), listen('departments:changed', () => void departments.run())]
  onScopeDispose(() => { for (const stop of stops) stop() })
  void staff.run()
  void departments.run()

  const list = computed(() => staff.value.value)
  return {
    list,
    index: computed(() => list.value && staffIndex(list.value)),
    departments: computed(() => {
      const known = departments.value.value
      return known && known.stamp.fetchedAt !== null ? known.rows.map(({ name }) => name) : list.value?.departments ?? []
    }),
    error: computed(() => staff.error.value),
    read: staff.run,
  }
}
