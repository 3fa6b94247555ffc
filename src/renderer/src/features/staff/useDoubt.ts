import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { StaffMember } from '@shared/domain/staff'

const NAMED = 3

/** Warns once of a name that is probably in the list already; whoever sends it again knows better. `alike` finds those members. */
export function useDoubt(alike: (name: string) => StaffMember[]): (name: string) => string | undefined {
  const { t } = useI18n()
  const warnedOf = ref<string>()

  return (name) => {
    const found = alike(name)
    if (found.length === 0 || warnedOf.value === name) return undefined
    warnedOf.value = name
    const names = found.slice(0, NAMED).map((each) => t('staff.alike.one', { name: each.name, department: each.department })).join(', ')
    return found.length <= NAMED ? t('staff.alike.warning', { names }) : t('staff.alike.warningMore', { names, more: found.length - NAMED })
  }
}
