import type { Clinic, Doctor } from '@shared/domain/clinic'

/** A clinic as one doctor's answer names it. */
export type FoundClinic = Omit<Clinic, 'doctors'>

/**
 * The clinics of all doctors: in the order of their first doctors, each once (by id, whatever its name), with its doctors in the
 * order of `doctors`. `answers` holds the clinics by doctor's id; the order in which they came in makes no difference.
 */
export function merge(doctors: readonly Doctor[], answers: ReadonlyMap<number, readonly FoundClinic[]>): Clinic[] {
  const clinics = new Map<number, Clinic>()
  for (const doctor of doctors) {
    for (const found of answers.get(doctor.id) ?? []) {
      const clinic = clinics.get(found.id) ?? { ...found, doctors: [] }
      clinics.set(found.id, clinic)
      if (clinic.doctors.at(-1)?.id !== doctor.id) clinic.doctors.push(doctor)
    }
  }
  return [...clinics.values()]
}
