import type { After } from '@main/feed/after'
import { appErrorOf, type Report } from '@main/feed/appErrorOf'
import { coalesce } from '@main/feed/coalesce'
import type { Rows } from '@main/http/api'
import type { Clock } from '@main/ports'
import type { Directory as Snapshot, Doctor } from '@shared/domain/clinic'
import type { AppError } from '@shared/errors'
import { inLanes } from './inLanes'
import { merge, type FoundClinic } from './merge'

/** Doctors asked at the same time. */
const LANES = 6
const HINT_MS = 250

/** Failures that concern no single doctor. After one in each lane, one after the other, the rest need not be asked. */
const GENERAL: readonly AppError['kind'][] = ['offline', 'timeout', 'untrusted', 'webPage', 'moved', 'throttled', 'signedOut', 'locked']

interface Dependencies {
  fetchDoctors: (signal: AbortSignal) => Promise<{ doctors: Doctor[], unusable: number }>
  fetchClinics: (doctorId: number) => Promise<Rows<FoundClinic>>
  clock: Clock
  after: After
  onChange: () => void
  report: Report
}

/** The clinics, discovered through their doctors: the API has no list of them. */
export interface Directory {
  /** What is known, at once; the first time it begins to discover. */
  read: () => Snapshot
  /** What is known, without beginning anything. */
  known: () => Snapshot
  /** Asks again for what failed: single doctors, or the list of doctors. */
  refresh: () => void
  /** Takes in the doctors as they are now, once it has begun: those who left go with their clinics, new ones are asked. */
  follow: (doctors: Doctor[]) => void
  /** Forgets everything, for another session; nothing more is asked, and answers that are still on their way are thrown away. */
  reset: () => void
}

interface Knowledge {
  state: 'unasked' | 'asking' | 'rested'
  closing: AbortController
  staff: { doctors: Doctor[], unusable: number, fetchedAt: number | null, failed: AppError | null }
  answers: Map<number, Rows<FoundClinic>>
  failures: Map<number, AppError>
}

const nothing = (): Knowledge => ({
  state: 'unasked',
  closing: new AbortController(),
  staff: { doctors: [], unusable: 0, fetchedAt: null, failed: null },
  answers: new Map(),
  failures: new Map(),
})

/** See `Directory`. */
export function directory({ fetchDoctors, fetchClinics, clock, after, onChange, report }: Dependencies): Directory {
  let known = nothing()
  const hint = coalesce(HINT_MS, after, onChange)

  async function askStaff(of: Knowledge) {
    try {
      of.staff = { ...await fetchDoctors(of.closing.signal), fetchedAt: clock(), failed: null }
    } catch (cause) {
      if (!of.closing.signal.aborted) of.staff.failed = appErrorOf(cause, report)
    }
  }

  /** Asks these doctors for their clinics. */
  async function askDoctors(of: Knowledge, doctors: Doctor[]) {
    let general = 0
    await inLanes(LANES, doctors, async ({ id }) => {
      if (of.closing.signal.aborted) return
      const answer = general < LANES ? await fetchClinics(id).catch((cause: unknown) => appErrorOf(cause, report)) : lastOf(of.failures)
      general = 'kind' in answer && GENERAL.includes(answer.kind) ? general + 1 : 0
      note(of, id, answer)
    })
  }

  function note(of: Knowledge, doctorId: number, answer: Rows<FoundClinic> | AppError) {
    of.failures.delete(doctorId)
    if ('kind' in answer) of.failures.set(doctorId, answer)
    else of.answers.set(doctorId, answer)
    if (of === known) hint.touch()
  }

  async function discover(of: Knowledge) {
    of.state = 'asking'
    hint.touch()
    if (of.staff.fetchedAt === null) await askStaff(of)
    await askDoctors(of, open(of))
    // Doctors who came while the others were being asked.
    while (!of.closing.signal.aborted && unaskedOf(of).length > 0) await askDoctors(of, unaskedOf(of))
    of.state = 'rested'
    if (of === known) hint.flush()
  }

  return {
    read() {
      if (known.state === 'unasked') void discover(known)
      return snapshot(known)
    },
    known: () => snapshot(known),
    refresh() {
      const missing = known.staff.fetchedAt === null || open(known).length > 0
      if (known.state !== 'asking' && missing) void discover(known)
    },
    follow(doctors) {
      const { staff, state } = known
      if (staff.fetchedAt === null || JSON.stringify(doctors) === JSON.stringify(staff.doctors)) return
      known.staff = { ...staff, doctors, fetchedAt: clock() }
      for (const held of [known.answers, known.failures]) dropOthers(held, doctors)
      hint.touch()
      if (state === 'rested' && unaskedOf(known).length > 0) void discover(known)
    },
    reset() {
      known.closing.abort()
      known = nothing()
      hint.cancel()
    },
  }
}

const open = ({ staff, answers }: Knowledge) => staff.doctors.filter(({ id }) => !answers.has(id))

const unaskedOf = (of: Knowledge) => open(of).filter(({ id }) => !of.failures.has(id))

function dropOthers(held: Map<number, unknown>, doctors: readonly Doctor[]): void {
  const present = new Set(doctors.map(({ id }) => id))
  for (const id of held.keys()) if (!present.has(id)) held.delete(id)
}

const lastOf = (failures: Map<number, AppError>) => [...failures.values()].at(-1)!

function snapshot({ state, staff, answers, failures }: Knowledge): Snapshot {
  const rows = new Map(Array.from(answers, ([id, answer]) => [id, answer.rows]))
  const unusable = Array.from(answers.values(), (answer) => answer.unusable).reduce((sum, count) => sum + count, staff.unusable)
  return {
    clinics: merge(staff.doctors, rows),
    gone: [],
    asked: answers.size,
    doctors: staff.doctors.length,
    failures: staff.doctors.flatMap((doctor) => {
      const error = failures.get(doctor.id)
      return error ? [{ doctor, error }] : []
    }),
    stamp: { fetchedAt: staff.fetchedAt, cached: false, loading: state === 'asking', failed: staff.failed, unusable },
  }
}
