import type { Clinic } from '../domain/clinic'
import type { Plan } from './plan'
import type { PlanNote } from './preview'

/** The clinics of a plan, in its order and each once, and what is odd about its targets. */
export function planClinics(targets: Plan['targets'], clinics: readonly Clinic[]): { clinicIds: number[], notes: PlanNote[] } {
  const found = new Map<number, Clinic>()
  const notes: PlanNote[] = []
  const byId = new Map(clinics.map((clinic) => [clinic.id, clinic]))
  for (const target of targets) {
    const meant = target.kind === 'clinic' ? [byId.get(target.id)].filter((clinic) => clinic !== undefined) : ofDepartment(target.name, clinics)
    if (meant.length === 0) notes.push(noteOf(target))
    for (const clinic of meant) found.set(clinic.id, clinic)
  }
  const deserted = [...found.values()].filter(({ doctors }) => doctors.length === 0)
  return { clinicIds: [...found.keys()], notes: [...notes, ...deserted.map(({ id }): PlanNote => ({ kind: 'clinicWithoutDoctors', id }))] }
}

const ofDepartment = (name: string, clinics: readonly Clinic[]) =>
  clinics.filter(({ doctors }) => doctors.some(({ department }) => department === name))

const noteOf = (target: Plan['targets'][number]): PlanNote =>
  target.kind === 'clinic' ? { kind: 'unknownClinic', id: target.id } : { kind: 'departmentWithoutClinics', name: target.name }
