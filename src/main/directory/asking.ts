import { appErrorOf, type Report } from '@main/feed/appErrorOf'
import type { Rows } from '@main/http/api'
import type { Clock } from '@main/ports'
import type { Doctor } from '@shared/domain/clinic'
import type { AppError } from '@shared/errors'
import { inLanes } from './inLanes'
import { dropOthers, lastOf, type Knowledge } from './knowledge'
import type { FoundClinic } from './merge'

/** Doctors asked at the same time. */
const LANES = 6

/** Failures that concern no single doctor. After one in each lane, one after the other, the rest need not be asked. */
const GENERAL: readonly AppError['kind'][] = ['offline', 'timeout', 'untrusted', 'webPage', 'moved', 'throttled', 'signedOut', 'locked']

export interface AskingDependencies {
  fetchDoctors: (signal: AbortSignal) => Promise<{ doctors: Doctor[], unusable: number }>
  fetchClinics: (doctorId: number) => Promise<Rows<FoundClinic>>
  clock: Clock
  /** A doctor's answer, or failure, has been noted. */
  onAnswer: (of: Knowledge) => void
  report: Report
}

/** Asks for the doctors and for their clinics, and notes the answers. Nothing here throws. */
export function asking({ fetchDoctors, fetchClinics, clock, onAnswer, report }: AskingDependencies) {
  function note(of: Knowledge, doctorId: number, answer: Rows<FoundClinic> | AppError) {
    of.failures.delete(doctorId)
    of.askedAt.set(doctorId, clock())
    if ('kind' in answer) of.failures.set(doctorId, answer)
    else of.answers.set(doctorId, answer)
    onAnswer(of)
  }

  return {
    async askStaff(of: Knowledge) {
      try {
        of.staff = { ...await fetchDoctors(of.closing.signal), fetchedAt: clock(), cached: false, failed: null }
        dropOthers(of, of.staff.doctors)
      } catch (cause) {
        if (!of.closing.signal.aborted) of.staff.failed = appErrorOf(cause, report)
      }
    },
    /** Asks doctors again who have answered before; an answer that fails leaves the one from before. */
    async askAgain(of: Knowledge, doctors: readonly Doctor[]) {
      for (const { id } of doctors) of.askedAt.set(id, clock())
      await inLanes(LANES, doctors, async ({ id }) => {
        const answer = await fetchClinics(id).catch(() => undefined)
        if (answer && of.answers.has(id)) note(of, id, answer)
      })
    },
    async askDoctors(of: Knowledge, doctors: readonly Doctor[]) {
      let general = 0
      await inLanes(LANES, doctors, async ({ id }) => {
        if (of.closing.signal.aborted) return
        const answer = general < LANES ? await fetchClinics(id).catch((cause: unknown) => appErrorOf(cause, report)) : lastOf(of.failures)!
        general = 'kind' in answer && GENERAL.includes(answer.kind) ? general + 1 : 0
        note(of, id, answer)
      })
    },
  }
}
