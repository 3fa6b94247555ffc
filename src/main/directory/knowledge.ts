import type { Rows } from '@main/http/api'
import type { Clinic, Directory as Snapshot, Doctor } from '@shared/domain/clinic'
import type { AppError } from '@shared/errors'
import type { KeptDirectory } from './keptDirectory'
import { merge, type FoundClinic } from './merge'

/** What is known of doctors and clinics, and where from. */
export interface Knowledge {
  state: 'unasked' | 'asking' | 'rested'
  closing: AbortController
  /** `cached` while the list of doctors is an earlier start's. */
  staff: { doctors: Doctor[], unusable: number, fetchedAt: number | null, cached: boolean, failed: AppError | null }
  /** By doctor's id: the server's answers of this run, and of an earlier one. */
  answers: Map<number, Rows<FoundClinic>>
  kept: Map<number, Rows<FoundClinic>>
  failures: Map<number, AppError>
  /** When each doctor was asked last in this run, by id. */
  askedAt: Map<number, number>
  /** Every clinic that was known at any time. */
  seen: Map<number, Clinic>
}

export const nothing = (): Knowledge => ({
  state: 'unasked',
  closing: new AbortController(),
  staff: { doctors: [], unusable: 0, fetchedAt: null, cached: false, failed: null },
  answers: new Map(),
  kept: new Map(),
  failures: new Map(),
  askedAt: new Map(),
  seen: new Map(),
})

/** Doctors who have not answered in this run. */
export const open = ({ staff, answers }: Knowledge): Doctor[] => staff.doctors.filter(({ id }) => !answers.has(id))

/** Those of them who have not been asked. */
export const unaskedOf = (of: Knowledge): Doctor[] => open(of).filter(({ id }) => !of.failures.has(id))

/** Whether the list of doctors has not come from the server in this run. */
export const isUnconfirmed = ({ staff }: Knowledge): boolean => staff.fetchedAt === null || staff.cached

/** Whether the list of doctors is the server's own, and each of them has answered. */
export const isWhole = (of: Knowledge): boolean => !isUnconfirmed(of) && open(of).length === 0

const answerOf = ({ answers, kept }: Knowledge, doctorId: number) => answers.get(doctorId) ?? kept.get(doctorId)

const answersOf = (of: Knowledge) => of.staff.doctors.flatMap(({ id }) => {
  const answer = answerOf(of, id)
  return answer ? [[id, answer] as const] : []
})

/** The clinics as they are now, which are noted as seen. */
export function clinicsOf(of: Knowledge): Clinic[] {
  const clinics = merge(of.staff.doctors, new Map(answersOf(of).map(([id, { rows }]) => [id, rows])))
  for (const clinic of clinics) of.seen.set(clinic.id, clinic)
  return clinics
}

/** Clinics that no doctor names any more; none as long as a doctor might still name them. */
export function goneFrom(of: Knowledge, clinics: readonly Clinic[]): Clinic[] {
  if (!isWhole(of)) return []
  const present = new Set(clinics.map(({ id }) => id))
  return [...of.seen.values()].filter(({ id }) => !present.has(id))
}

/** Whether a clinic was known and no doctor names it any more. */
export const isGone = (of: Knowledge, clinicId: number): boolean =>
  of.seen.has(clinicId) && isWhole(of) && !answersOf(of).some(([, { rows }]) => rows.some(({ id }) => id === clinicId))

/** What is shown of it. */
export function snapshot(of: Knowledge): Snapshot {
  const { state, staff, failures } = of
  const known = answersOf(of)
  const clinics = clinicsOf(of)
  // Clinics of which only an earlier start knows are shown, but not as the server's: a failure concerns all of them at once.
  const isCached = staff.cached || known.some(([id]) => !of.answers.has(id))
  return {
    clinics,
    gone: goneFrom(of, clinics),
    asked: known.length,
    doctors: staff.doctors.length,
    failures: staff.doctors.flatMap((doctor) => {
      const error = of.kept.has(doctor.id) ? undefined : failures.get(doctor.id)
      return error ? [{ doctor, error }] : []
    }),
    stamp: {
      fetchedAt: staff.fetchedAt, cached: isCached, loading: state === 'asking',
      failed: staff.failed ?? (isCached ? lastOf(failures) ?? null : null),
      unusable: known.reduce((sum, [, { unusable }]) => sum + unusable, staff.unusable),
    },
  }
}

export const lastOf = (failures: Map<number, AppError>): AppError | undefined => [...failures.values()].at(-1)

/** Forgets the answers and failures of those who are not among the doctors. */
export function dropOthers({ answers, kept, failures, askedAt }: Knowledge, doctors: readonly Doctor[]): void {
  const present = new Set(doctors.map(({ id }) => id))
  for (const held of [answers, kept, failures, askedAt]) for (const id of held.keys()) if (!present.has(id)) held.delete(id)
}

/** Doctors who were asked last before an instant, those for whom it is longest ago first. */
export const askedBefore = ({ staff, askedAt }: Knowledge, instant: number): Doctor[] => staff.doctors
  .filter(({ id }) => askedAt.get(id)! < instant)
  .sort((a, b) => askedAt.get(a.id)! - askedAt.get(b.id)!)

/** What is to be shown at the next start. */
export const toKeep = (of: Knowledge): KeptDirectory => ({
  doctors: of.staff.doctors,
  unusable: of.staff.unusable,
  answers: answersOf(of).map(([doctorId, { rows, unusable }]) => ({ doctorId, rows, unusable })),
  gone: goneFrom(of, clinicsOf(of)),
})

/** Takes up what an earlier start knew, unless the server has named the doctors already. */
export function takeUp(of: Knowledge, { doctors, unusable, answers, gone }: KeptDirectory, fetchedAt: number): void {
  if (of.staff.fetchedAt !== null) return
  of.staff = { ...of.staff, doctors, unusable, fetchedAt, cached: true }
  for (const { doctorId, ...answer } of answers) of.kept.set(doctorId, answer)
  for (const clinic of gone) of.seen.set(clinic.id, clinic)
  clinicsOf(of)
}
