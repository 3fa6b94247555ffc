import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Department } from '@shared/domain/department'
import { useAsync } from '@renderer/composables/useAsync'
import { useMoment } from '@renderer/composables/useMoment'
import { ask, listen } from '@renderer/services/desk'
import { afterDoings, type Doings } from './departmentRows'

const MARKED = 3000

/** The departments, with what this desk does to them shown at once and, when it is refused, taken back in sight. */
export function useDepartments() {
  const list = useAsync(() => ask('departments:list'))
  const doings = shallowRef<Doings>({ renamed: new Map(), removed: new Set() })
  /** The row whose new name was taken back a moment ago. */
  const rolledBack = useMoment<number>(MARKED)

  void list.run()
  const stop = listen('departments:changed', () => void list.run())
  onScopeDispose(stop)

  const rows = computed(() => list.value.value && afterDoings(list.value.value.rows, doings.value))
  const setName = (id: number, name: string | undefined) => {
    const renamed = new Map(doings.value.renamed)
    if (name === undefined) renamed.delete(id)
    else renamed.set(id, name)
    doings.value = { ...doings.value, renamed }
  }

  /** Shows a new name while `save` is under way. `save` resolves with whether it is the row's name now. Throws what it throws. */
  const rename = async ({ id }: Department, name: string, save: () => Promise<boolean>) => {
    setName(id, name)
    let saved = false
    try {
      saved = await save()
      if (saved) await list.run()
    } finally {
      setName(id, undefined)
      if (!saved) rolledBack.set(id)
    }
  }
  const drop = (id: number) => { doings.value = { ...doings.value, removed: new Set(doings.value.removed).add(id) } }
  // A row that is hidden because it was deleted is forgotten when the list does without it.
  watch(list.value, (now) => {
    const there = new Set(now?.rows.map(({ id }) => id))
    const removed = new Set([...doings.value.removed].filter((id) => there.has(id)))
    if (removed.size < doings.value.removed.size) doings.value = { ...doings.value, removed }
  })

  const saving = computed(() => doings.value.renamed)
  return { list: list.value, error: list.error, read: list.run, rows, saving, rolledBack: rolledBack.value, rename, drop }
}
