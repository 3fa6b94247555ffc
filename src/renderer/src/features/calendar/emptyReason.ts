import type { AppError } from '@shared/errors'
import type { Directory } from '@shared/domain/clinic'

/** Why the board has no column. */
export type EmptyReason =
  | { kind: 'searching', asked: number, doctors: number }
  | { kind: 'failed', error: AppError }
  | { kind: 'clinicsFailed', count: number, error: AppError }
  | { kind: 'noDoctors' }
  | { kind: 'noClinics', doctors: number }
  | { kind: 'noneChosen' }

/** Why no clinic is shown, from what is known of the directory; `error` is why it could not even be asked for. */
export function emptyReason(directory: Directory | null, error: AppError | undefined): EmptyReason {
  if (!directory) return error ? { kind: 'failed', error } : { kind: 'searching', asked: 0, doctors: 0 }
  if (directory.clinics.length > 0) return { kind: 'noneChosen' }
  const { stamp, asked, doctors, failures } = directory
  if (stamp.loading || (stamp.fetchedAt === null && !stamp.failed)) return { kind: 'searching', asked, doctors }
  if (stamp.failed) return { kind: 'failed', error: stamp.failed }
  if (failures[0]) return { kind: 'clinicsFailed', count: failures.length, error: failures[0].error }
  if (asked < doctors) return { kind: 'searching', asked, doctors }
  return doctors === 0 ? { kind: 'noDoctors' } : { kind: 'noClinics', doctors }
}
