import { computed, reactive, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { matching, type StaffFilter, type StaffIndex } from './staffIndex'
import { staffOrder, type StaffSort } from './staffOrder'

export interface StaffRows {
  filter: StaffFilter
  sort: Ref<StaffSort>
  /** Row numbers of the list, as they are shown. */
  rows: ComputedRef<Uint32Array>
  clear: () => void
}

const everyone: StaffFilter = { query: '', kind: 'all', department: null }

/** Which of the staff are shown, in which order. */
export function useStaffRows(index: ComputedRef<StaffIndex | undefined>): StaffRows {
  const { locale } = useI18n()
  const filter = reactive({ ...everyone })
  const sort = ref<StaffSort>({ column: 'name', descending: false })
  const clear = () => { Object.assign(filter, everyone) }

  // Sorting costs more than searching, and goes on only when the list or the column changes.
  const order = computed(() => index.value ? staffOrder(index.value.columns, sort.value, locale.value) : new Uint32Array())
  // A department that is gone or renamed would leave an empty list and nothing chosen in its field.
  watch(index, (now) => {
    if (filter.department !== null && now && !now.columns.departments.includes(filter.department)) filter.department = null
  })

  return {
    filter,
    sort,
    rows: computed(() => index.value ? matching(index.value, order.value, filter) : new Uint32Array()),
    clear,
  }
}
