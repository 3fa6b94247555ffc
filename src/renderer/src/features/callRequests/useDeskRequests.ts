import { storeToRefs } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useOwnInitials } from '@renderer/composables/useOwnInitials'
import { useCallRequests } from '@renderer/services/callRequests'
import { useTriage } from '@renderer/services/triage'
import type { Band } from './ageing'
import { isSameGone, withGone } from './deskColumns'
import { passing, requestDoctors, type RequestFilter } from './doctors'
import { grouped, type Grouping } from './grouping'
import { deskOrder, inView, newestFirst } from './order'
import type { View } from './standing'
import { useDoctors } from './useDoctors'
import { useRequestWords } from './useRequestWords'

const everything: RequestFilter = { query: '', doctorId: undefined, department: undefined }
const urgency: readonly (Band | 'none')[] = ['overdue', 'waiting', 'fresh', 'none']

/** The call requests as the desk shows them: narrowed, in order, in groups, and in words. */
export function useDeskRequests() {
  const { t, locale } = useI18n()
  const { now } = useClinicClock()
  const { requests } = storeToRefs(useCallRequests())
  const { triage, marks } = storeToRefs(useTriage())
  const initials = useOwnInitials()
  const staff = useDoctors()

  const filter = shallowRef(everything)
  const view = shallowRef<View>('open')
  const grouping = shallowRef<Grouping>('none')

  type Gone = NonNullable<typeof triage.value>['gone']
  const gone = computed<Gone>((before) => {
    const next = triage.value?.gone ?? []
    return before && isSameGone(before, next) ? before : next
  })
  const columns = computed(() => requests.value && withGone(requests.value, gone.value))

  /** Names that were known, for requests of doctors who are deleted meanwhile. */
  const names = new Map<number, string>()
  watch([staff.doctors, columns], () => {
    for (const { id, name } of [...columns.value?.doctors ?? [], ...staff.doctors.value ?? []]) if (name) names.set(id, name)
  }, { immediate: true, flush: 'sync' })
  const doctors = computed(() => requestDoctors(columns.value?.doctors ?? [], staff.doctors.value ?? [], names))
  const passes = computed(() => passing(doctors.value, filter.value))
  const words = useRequestWords(columns, doctors)

  const newest = computed(() => columns.value && newestFirst(columns.value))
  const order = computed(() => columns.value && newest.value && deskOrder(columns.value, newest.value, marks.value, now.value))
  const shown = computed(() => columns.value && order.value && inView(columns.value, order.value, {
    view: view.value, passes: passes.value, marks: marks.value, now: now.value, initials: initials.value,
  }))

  const nameOf = (doctorId: number) => names.get(doctorId) || t('callRequests.nameless', { id: doctorId })
  const collator = computed(() => new Intl.Collator(locale.value))
  /** By what the rows are put together, and how that is called. */
  const groupKeys = computed((): ((row: number) => string) | undefined => {
    const doctorOf = (row: number) => doctors.value[columns.value!.doctorOf[row]!]!
    if (grouping.value === 'doctor') return (row) => nameOf(doctorOf(row).id)
    if (grouping.value === 'department') return (row) => doctorOf(row).department || t('callRequests.groups.noDepartment')
    if (grouping.value === 'age') return (row) => words.ageOf(row)?.band ?? 'none'
    return undefined
  })
  const groups = computed(() => {
    const byUrgency = (one: string, other: string) => urgency.indexOf(one as Band) - urgency.indexOf(other as Band)
    const { entries, groups: found } = grouped(shown.value?.rows ?? new Uint32Array(), groupKeys.value,
      grouping.value === 'age' ? byUrgency : collator.value.compare)
    const titleOf = (key: string) => grouping.value === 'age' ? t(`callRequests.groups.${key}`) : key
    return { entries, groups: found.map((group) => ({ ...group, title: titleOf(group.key) })) }
  })

  return {
    requests, columns, doctors, staff, filter, view, grouping, groups, nameOf, ...words,
    rows: computed(() => shown.value?.rows),
    counts: computed(() => shown.value?.counts),
    passesDoctor: (doctorId: number) => doctors.value.some(({ id }, index) => id === doctorId && passes.value[index]),
    isFiltered: computed(() => filter.value.doctorId !== undefined || filter.value.department !== undefined),
    /** Takes off what narrows the list. */
    showAll() { filter.value = everything },
    /** The row of a request, wherever it stands; undefined when nobody knows it. */
    rowOf(id: number) {
      const row = columns.value?.ids.indexOf(id) ?? -1
      return row < 0 ? undefined : row
    },
  }
}
