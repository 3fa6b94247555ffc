import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { LineNames } from '@shared/planner/line/lineNames'
import type { Target } from '@shared/planner/plan'
import { useNames, type Names } from '@renderer/composables/useNames'
import type { Option } from '@renderer/ui/matchOptions'

export interface PlannerNames extends Pick<Names, 'clinicLabel'> {
  /** Clinics and departments as a list offers them. */
  targetOptions: ComputedRef<Option<string>[]>
  clinicOptions: ComputedRef<Option<number>[]>
  targetLabel: (target: Target) => string
  /** What a line may name. */
  line: ComputedRef<LineNames>
}

/** What can be planned for, and what it is called. `holidaySets` are the names of the lists of holidays. */
export function usePlannerNames(holidaySets: () => readonly string[]): PlannerNames {
  const { t } = useI18n()
  const { directory, staff, clinic, clinicLabel } = useNames()

  const clinics = computed(() => (directory.value?.clinics ?? []).map(({ id, doctors }) =>
    ({ ...clinic(id), departments: doctors.map(({ department }) => department) })))
  const departments = computed(() =>
    [...new Set([...clinics.value.flatMap((each) => each.departments), ...staff.value?.departments ?? []])].filter((name) => name.trim() !== ''))
  const clinicOptions = computed(() => clinics.value.map(({ id, name, address, doctors }): Option<number> =>
    ({ value: id, label: name, hint: [address, ...doctors].filter(Boolean).join(' · ') })))
  const targetOptions = computed((): Option<string>[] => [
    ...clinicOptions.value.map((option) => ({ ...option, value: `clinic:${option.value}` })),
    ...departments.value.map((name) => {
      const n = clinics.value.filter((each) => each.departments.includes(name)).length
      return { value: `department:${name}`, label: name, hint: t('planner.departmentHint', { n }, n) }
    }),
  ])
  return {
    clinicLabel, clinicOptions, targetOptions,
    targetLabel: (target) => target.kind === 'clinic' ? clinicLabel(target.id) : target.name,
    line: computed(() => ({ clinics: clinics.value, departments: departments.value, holidaySets: holidaySets() })),
  }
}
