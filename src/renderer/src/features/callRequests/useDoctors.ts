import { computed, onScopeDispose, type ComputedRef, type Ref } from 'vue'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from '@renderer/services/desk'
import { staffDoctors, type StaffDoctor } from './doctors'

export interface Doctors {
  /** Undefined until a staff list was read. */
  doctors: ComputedRef<StaffDoctor[] | undefined>
  /** Why there is none, or no newer one. */
  error: ComputedRef<AppError | undefined>
  loading: Readonly<Ref<boolean>>
  reload: () => Promise<void>
}

/** The doctors of the staff list; follows its changes. */
export function useDoctors(): Doctors {
  const list = useAsync(() => ask('staff:list'))
  void list.run()
  onScopeDispose(listen('staff:changed', () => void list.run()))
  const stamp = computed(() => list.value.value?.stamp)
  return {
    doctors: computed(() => stamp.value && stamp.value.fetchedAt !== null ? staffDoctors(list.value.value!) : undefined),
    error: computed(() => list.error.value ?? (stamp.value?.loading ? undefined : stamp.value?.failed ?? undefined)),
    loading: computed(() => list.status.value === 'loading' || (stamp.value?.loading ?? false)),
    reload: list.run,
  }
}
