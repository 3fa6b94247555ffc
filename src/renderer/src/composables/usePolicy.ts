import { computed, type ComputedRef } from 'vue'
import type { Policy, PolicyState } from '@shared/domain/policy'
import { ask } from '@renderer/services/desk'
import { useAsync } from './useAsync'

export interface PolicyView {
  /** Undefined until it was read. */
  policy: ComputedRef<PolicyState | undefined>
  isFixed: (name: string) => boolean
}

/** What the administrator fixed on this computer; it does not change while the program runs. */
export function usePolicy(): PolicyView {
  const info = useAsync(() => ask('app:info'))
  void info.run()
  const policy = computed(() => info.value.value?.policy)
  return { policy, isFixed: (name) => policy.value?.fixed.includes(name as keyof Policy) ?? false }
}
