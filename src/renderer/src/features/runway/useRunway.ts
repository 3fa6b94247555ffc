import { computed, onScopeDispose, type ComputedRef, type Ref } from 'vue'
import { storeToRefs } from 'pinia'
import { urgencyOf, type Runway, type Urgency } from '@shared/domain/runway'
import type { AppError } from '@shared/errors'
import { clinicLabel, type NamedClinic } from '@renderer/composables/clinicNames'
import { useAsync } from '@renderer/composables/useAsync'
import type { Names } from '@renderer/composables/useNames'
import { ask, listen } from '@renderer/services/desk'
import { useSettings } from '@renderer/services/settings'
import { folded, wordsOf } from '@renderer/ui/folded'
import { runwayDays, type RunwayDay } from './runwayDays'
import type { Stamp } from '@shared/domain/stamp'

/** One clinic's row. */
export interface RunwayRow {
  clinic: NamedClinic
  label: string
  departments: readonly string[]
  days: readonly RunwayDay[]
  urgency: Urgency
  lasts: number
  last: string | null
  stamp: Stamp
}

export interface RunwayRows {
  runway: Readonly<Ref<Runway | undefined>>
  error: Readonly<Ref<AppError | undefined>>
  read: () => Promise<void>
  /** Every clinic, the most urgent first; undefined until it was read. */
  rows: ComputedRef<readonly RunwayRow[] | undefined>
  /** Days under which a clinic is an alarm. */
  alarmDays: ComputedRef<number>
}

/** How far every clinic is published ahead; follows its changes. */
export function useRunway({ clinic, directory }: Names): RunwayRows {
  const runway = useAsync(() => ask('runway:read'))
  const { settings } = storeToRefs(useSettings())
  onScopeDispose(listen('runway:changed', () => void runway.run()))
  void runway.run()

  const alarmDays = computed(() => settings.value.runwayDays)
  const departments = computed(() => new Map(directory.value?.clinics.map(({ id, doctors }) =>
    [id, [...new Set(doctors.map(({ department }) => department).filter(Boolean))]] as const)))
  const rows = computed(() => runway.value.value?.clinics.map((each): RunwayRow => {
    const named = clinic(each.clinicId)
    return {
      clinic: named,
      label: clinicLabel(named),
      departments: departments.value.get(each.clinicId) ?? [],
      days: runwayDays(each, runway.value.value!.from, alarmDays.value),
      urgency: urgencyOf(each, alarmDays.value),
      lasts: each.lasts, last: each.last, stamp: each.stamp,
    }
  }))
  return { runway: runway.value, error: runway.error, read: runway.run, rows, alarmDays }
}

/** The rows of a department whose clinic, address or doctors have every word of `query`; undefined is every department. */
export function matchingRows(rows: readonly RunwayRow[], query: string, department: string | undefined): readonly RunwayRow[] {
  const words = wordsOf(query)
  return rows.filter(({ clinic, departments }) => {
    if (department !== undefined && !departments.includes(department)) return false
    const text = folded([clinic.name, clinic.address, ...clinic.doctors].join(' '))
    return words.every((word) => text.includes(word))
  })
}
