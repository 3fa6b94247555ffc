import { computed, onScopeDispose, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Directory } from '@shared/domain/clinic'
import type { StaffList } from '@shared/domain/staff'
import { ask, listen } from '@renderer/services/desk'
import { clinicLabel, clinicNames, type NamedClinic } from './clinicNames'
import { useAsync } from './useAsync'

export interface Names {
  directory: ComputedRef<Directory | undefined>
  staff: ComputedRef<StaffList | undefined>
  clinic: (id: number) => NamedClinic
  /** Its name, and what tells it from its namesakes; a number where it is not known. */
  clinicLabel: (id: number) => string
  /** Of any member of the staff; undefined where it is not known. */
  staffName: (id: number) => string | undefined
  /** The name, or a number where it is not known. */
  doctor: (id: number) => string
}

/** What clinics and staff are called, for ids; follows the directory and the staff list. */
export function useNames(): Names {
  const { t } = useI18n()
  const directory = useAsync(() => ask('directory:read'))
  const staff = useAsync(() => ask('staff:list'))
  const stops = [listen('directory:changed', () => void directory.run()), listen('staff:changed', () => void staff.run())]
  onScopeDispose(() => { for (const stop of stops) stop() })
  void directory.run()
  void staff.run()

  const unnamed = (id: number) => t('calendar.unnamed', { id })
  const clinics = computed(() => {
    const known = directory.value.value
    if (!known) return new Map<number, NamedClinic>()
    // What is gone from the server is still spoken of.
    const all = [...known.clinics, ...known.gone]
    return new Map(clinicNames(all.map(({ id }) => id), { clinics: all }, unnamed).map((clinic) => [clinic.id, clinic]))
  })
  const staffNames = computed(() => {
    const list = staff.value.value
    return new Map(list ? Array.from(list.ids, (id, row) => [id, list.names[row]!] as const) : [])
  })
  const clinic = (id: number) => clinics.value.get(id) ?? clinicNames([id], null, unnamed)[0]!
  const staffName = (id: number) => staffNames.value.get(id) || undefined
  return {
    directory: computed(() => directory.value.value),
    staff: computed(() => staff.value.value),
    clinic,
    clinicLabel: (id) => clinicLabel(clinic(id)),
    staffName,
    doctor: (id) => staffName(id) ?? t('callRequests.nameless', { id }),
  }
}
