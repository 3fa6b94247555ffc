import { storeToRefs } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { useTriage } from '@renderer/services/triage'
import { rowFrom } from './grouping'
import type { useDeskRequests } from './useDeskRequests'

/** Who only passes by on the way to another one has not seen it. */
const DWELL_MS = 250

/** The request that is open beside the list: the address says which one, so that a notification and the tray can open one too. */
export function useSelection(desk: ReturnType<typeof useDeskRequests>) {
  const route = useRoute()
  const router = useRouter()
  const store = useTriage()
  const { triage, marks } = storeToRefs(store)

  const asked = computed(() => Number(route.query['request']) || undefined)
  const id = shallowRef(asked.value)
  // The address follows the keys a moment later, and must not lead them back.
  let own = asked.value
  watch(asked, (next) => { if (next !== own) id.value = own = next })
  const row = computed(() => id.value === undefined ? undefined : desk.rowOf(id.value))
  const place = () => row.value === undefined ? -1 : desk.groups.value.entries.indexOf(row.value)
  const select = (next: number | undefined) => {
    id.value = own = next
    void router.replace({ query: next === undefined ? {} : { request: next } })
  }
  const idAt = (at: number | undefined) => at === undefined ? undefined : desk.columns.value!.ids[desk.groups.value.entries[at]!]

  // Whoever opens a request and stays a moment has seen it. One that is marked as new again stays so.
  let dwelling: ReturnType<typeof setTimeout> | undefined
  const see = (opened: number) => {
    if (marks.value.get(opened)?.state === 'new') store.change([{ id: opened, state: 'seen' }]).catch(appErrorOf)
  }
  watch([id, () => triage.value !== undefined], ([opened, isKnown]) => {
    clearTimeout(dwelling)
    if (opened !== undefined && isKnown) dwelling = setTimeout(see, DWELL_MS, opened)
  }, { immediate: true })
  onScopeDispose(() => { clearTimeout(dwelling) })

  // What somebody came for is not to be hidden by what narrows the list. What leaves it later may.
  let revealed: number | undefined
  watch([id, row, desk.rows], ([opened, at, rows]) => {
    if (opened === undefined) revealed = undefined
    if (at === undefined || !rows || opened === revealed) return
    revealed = opened
    if (rows.includes(at)) return
    desk.showAll()
    if (!desk.rows.value?.includes(at)) desk.view.value = 'all'
  }, { immediate: true })

  return {
    id, row, select,
    /** Goes to the next or the one before; from nowhere to the first. Answers with its id. */
    step(by: 1 | -1): number | undefined {
      const { entries } = desk.groups.value
      const from = place()
      const next = idAt(from < 0 ? rowFrom(entries, 0, 1) : rowFrom(entries, from + by, by))
      if (next !== undefined) select(next)
      return next
    },
    /** Who comes next when the open one leaves the list. */
    neighbour(): number | undefined {
      const { entries } = desk.groups.value
      const from = place()
      return from < 0 ? undefined : idAt(rowFrom(entries, from + 1, 1) ?? rowFrom(entries, from - 1, -1))
    },
  }
}
