import { shallowRef } from 'vue'
import type { Department, DepartmentForm } from '@shared/domain/department'
import { ask } from '@renderer/services/desk'

/** Renames a department as it was seen; what somebody else made of it meanwhile is `theirs`, until the person has decided. */
export function useRename(seen: Department) {
  const theirs = shallowRef<Department>()

  /**
   * Sends a name, over `theirs` when the person has seen that. Resolves with whether it was saved; if not, `theirs` is set.
   * Throws `AppFailure`.
   */
  const save = async (form: DepartmentForm): Promise<boolean> => {
    const saved = theirs.value
      ? await ask('departments:replace', { base: theirs.value, form })
      : await ask('departments:change', { base: { id: seen.id, name: seen.name }, form })
    theirs.value = saved.status === 'changedMeanwhile' ? saved.current : undefined
    return saved.status === 'saved'
  }

  return { theirs, save }
}
