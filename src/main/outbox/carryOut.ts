import type { OutboxEntry } from '@shared/domain/outbox'
import type { Creation } from './creation'
import type { Verdict } from './reconcile'
import type { Sent } from './sendOnce'

/** What one create goes by. */
export interface Course {
  creation: Creation
  send: () => Promise<Sent>
  /** Looks, at these milliseconds from now, what became of it. */
  settle: (before: readonly number[] | null, at: readonly number[]) => Promise<Verdict>
  /** Ids that were there before it was sent; null when nobody knows. */
  before: readonly number[] | null
  /** Ids that come from other creates of this desk. */
  claimed: Set<number>
  /** Throws `AppFailure` when its account has left: then it is sent no more, and its end concerns nobody. */
  stay: () => void
  note: (change: Partial<OutboxEntry>) => OutboxEntry
}

/** Looks at what is there, sends the create once, and, when its answer is lost, finds out at `settleAt` what became of it. */
export async function carryOut(course: Course, settleAt: readonly number[]): Promise<OutboxEntry> {
  const { creation, send, claimed, stay, note } = course
  stay()
  course.before = await creation.fresh() ? creation.alike() : null
  stay()
  const sent = await send()
  stay()
  if (sent.state === 'refused') return note({ state: 'refused', error: sent.error })
  if (sent.state === 'made') {
    claimed.add(sent.id)
    // Before it is noted: what was shown as being sent must not vanish before it is shown as there.
    sent.take()
    return note({ state: 'made', id: sent.id })
  }
  note({ state: 'checking', error: sent.error })
  return findOut(course, settleAt)
}

/** Finds out what became of a create whose answer was lost. */
export async function findOut({ before, settle, claimed, stay, note }: Course, at: readonly number[]): Promise<OutboxEntry> {
  const verdict = await settle(before, at)
  stay()
  if (verdict.state !== 'made') return note({ state: verdict.state })
  claimed.add(verdict.id)
  return note({ state: 'made', id: verdict.id, foundAfterwards: true, error: null })
}
