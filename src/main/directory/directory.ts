import type { After } from '@main/feed/after'
import { coalesce } from '@main/feed/coalesce'
import type { Kept } from '@main/feed/feed'
import type { Directory as Snapshot, Doctor } from '@shared/domain/clinic'
import { asking, type AskingDependencies } from './asking'
import type { KeptDirectory } from './keptDirectory'
import {
  askedBefore, dropOthers, isGone, isUnconfirmed, isWhole, nothing, open, snapshot, takeUp, toKeep, unaskedOf, type Knowledge,
} from './knowledge'

const HINT_MS = 250
/** Each doctor is a request: usually one a pass, and not before this has passed. */
const USUAL_MS = 30 * 60_000
const WISHED_MS = 60_000
const WISHED = 20

interface Dependencies extends Omit<AskingDependencies, 'onAnswer'> {
  after: After
  onChange: () => void
  /** Told of each directory that is whole. */
  keep?: (kept: Kept<KeptDirectory>) => void
  /** Waited for before anything is asked: what was kept must be known first. */
  ready?: () => Promise<void>
}

/** The clinics, discovered through their doctors: the API has no list of them. */
export interface Directory {
  /** What is known, at once; the first time it begins to discover. */
  read: () => Snapshot
  /** What is known, without beginning anything. */
  known: () => Snapshot
  /** Asks again for what failed: single doctors, or the list of doctors. */
  refresh: () => void
  /**
   * Asks doctors again who have answered, for new clinics and vanished ones: the one who was asked longest ago, after half an hour; on a
   * person's wish the twenty, after a minute.
   */
  renew: (isWished: boolean) => void
  /** Takes in the doctors as they are now, once it has begun: those who left go with their clinics, new ones are asked. */
  follow: (doctors: Doctor[]) => void
  /** Shows what was kept at an earlier start until the server has answered. */
  seed: (kept: Kept<KeptDirectory>) => void
  /** Whether a clinic was known and has vanished. */
  isGone: (clinicId: number) => boolean
  /** Forgets everything, for another session; nothing more is asked, and answers that are still on their way are thrown away. */
  reset: () => void
}

/** See `Directory`. */
export function directory({ fetchDoctors, fetchClinics, clock, after, onChange, keep, ready, report }: Dependencies): Directory {
  let known = nothing()
  const hint = coalesce(HINT_MS, after, onChange)
  const onAnswer = (of: Knowledge) => { if (of === known) hint.touch() }
  const { askStaff, askDoctors, askAgain } = asking({ fetchDoctors, fetchClinics, clock, report, onAnswer })

  function keepWhole() {
    const { fetchedAt, unusable } = known.staff
    if (isWhole(known)) keep?.({ value: toKeep(known), fetchedAt: fetchedAt!, unusable })
  }

  async function discover(of: Knowledge) {
    of.state = 'asking'
    hint.touch()
    if (ready) await ready()
    if (isUnconfirmed(of)) await askStaff(of)
    // Doctors whose list could not be had now would not answer either.
    if (!isUnconfirmed(of)) await askDoctors(of, open(of))
    // Doctors who came while the others were being asked.
    while (!of.closing.signal.aborted && !isUnconfirmed(of) && unaskedOf(of).length > 0) await askDoctors(of, unaskedOf(of))
    of.state = 'rested'
    if (of !== known) return
    hint.flush()
    keepWhole()
  }

  async function renew(of: Knowledge, isWished: boolean) {
    await askAgain(of, dueAgain(of, clock(), isWished))
    if (of === known) keepWhole()
  }

  return {
    read() {
      if (known.state === 'unasked') void discover(known)
      return snapshot(known)
    },
    known: () => snapshot(known),
    refresh() {
      const missing = isUnconfirmed(known) || open(known).length > 0
      if (known.state !== 'asking' && missing) void discover(known)
    },
    renew: (isWished) => { void renew(known, isWished) },
    follow(doctors) {
      const { staff, state } = known
      if (staff.fetchedAt === null || JSON.stringify(doctors) === JSON.stringify(staff.doctors)) return
      known.staff = { ...staff, doctors, fetchedAt: clock(), cached: false, failed: null }
      dropOthers(known, doctors)
      hint.touch()
      if (state !== 'rested') return
      if (unaskedOf(known).length > 0) void discover(known)
      else keepWhole()
    },
    seed(kept) {
      takeUp(known, kept.value, kept.fetchedAt)
      hint.flush()
    },
    isGone: (clinicId) => isGone(known, clinicId),
    reset() {
      known.closing.abort()
      known = nothing()
      hint.cancel()
    },
  }
}

/** Who is to be asked again; nobody while not all have answered yet. */
function dueAgain(of: Knowledge, now: number, isWished: boolean): Doctor[] {
  if (of.state !== 'rested' || !isWhole(of)) return []
  return askedBefore(of, now - (isWished ? WISHED_MS : USUAL_MS)).slice(0, isWished ? WISHED : 1)
}
