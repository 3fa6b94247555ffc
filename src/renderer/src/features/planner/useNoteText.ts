import { useI18n } from 'vue-i18n'
import { MOST_PLANNED } from '@shared/planner/plan'
import type { PlanNote } from '@shared/planner/preview'
import { useTimes } from '@renderer/composables/useTimes'

/** More clinics than this nobody reads in a sentence. */
const MOST_NAMED = 5

/** What is to be said of a plan, or of where its slots are drawn: these clinics are not on the board. */
export type PreviewNote = PlanNote | { kind: 'offBoard', clinicIds: readonly number[] }

/** What is to be said of a plan, in a sentence. */
export function useNoteText(clinicLabel: (id: number) => string): (note: PreviewNote) => string {
  const { t, n } = useI18n()
  const times = useTimes()
  const clinics = (ids: readonly number[]) => [...ids.slice(0, MOST_NAMED).map(clinicLabel), ...ids.length > MOST_NAMED ? ['…'] : []].join(', ')

  return (note) => {
    const say = (params: Record<string, string | number> = {}) => t(`planner.notes.${note.kind}`, params)
    if ('clinicIds' in note) return say({ clinics: clinics(note.clinicIds) })
    switch (note.kind) {
      case 'remainder': return say({ range: times.value.range(note.start, note.end), minutes: note.seconds / 60 })
      case 'tooShort':
      case 'breakOutside':
      case 'breaksOverlap':
      case 'hoursOverlap': return say({ range: times.value.range(note.start, note.end) })
      case 'unknownClinic': return say({ id: note.id })
      case 'clinicWithoutDoctors': return say({ clinic: clinicLabel(note.id) })
      case 'departmentWithoutClinics':
      case 'unknownHolidays': return say({ name: note.name })
      case 'tooMany': return say({ count: n(note.count), most: n(MOST_PLANNED) })
      default: return say()
    }
  }
}
