import type { CallRequests } from '@shared/domain/callRequest'
import type { Clinic, Directory } from '@shared/domain/clinic'
import type { AppError } from '@shared/errors'

/** A doctor's clinics as far as the directory knows them. */
export type DoctorClinics =
  | { kind: 'known', clinics: Clinic[] }
  | { kind: 'searching' }
  | { kind: 'failed', error: AppError }

/** Looks a doctor's clinics up. Doctors are asked one after another: a doctor without a clinic may only not have been asked yet. */
export function doctorClinics({ clinics, failures, stamp, asked, doctors }: Directory, doctorId: number): DoctorClinics {
  const own = clinics.filter((clinic) => clinic.doctors.some(({ id }) => id === doctorId))
  if (own.length > 0) return { kind: 'known', clinics: own }
  const failure = failures.find(({ doctor }) => doctor.id === doctorId)
  if (failure) return { kind: 'failed', error: failure.error }
  if (stamp.failed && stamp.fetchedAt === null) return { kind: 'failed', error: stamp.failed }
  return stamp.loading || stamp.fetchedAt === null || asked < doctors ? { kind: 'searching' } : { kind: 'known', clinics: [] }
}

/** The day numbers of a doctor's call requests, newest first. */
export function requestDays({ days, doctorOf, doctors }: Pick<CallRequests, 'days' | 'doctorOf' | 'doctors'>, doctorId: number): Int32Array {
  return days.filter((_, row) => doctors[doctorOf[row]!]!.id === doctorId).sort().reverse()
}
