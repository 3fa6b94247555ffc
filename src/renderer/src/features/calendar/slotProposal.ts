import { DAY_SECONDS, type Day } from '@shared/domain/time'
import type { EntryOf } from '@renderer/services/waiting'
import type { SlotArrays } from './layout'

/** Where a new slot is wanted, as far as that is known. Times in seconds since midnight. */
export interface SlotProposal {
  clinicId: number | undefined
  date: Day
  start?: number | undefined
  end?: number | undefined
  /** The slot that waits to be sent and is to lie there instead. */
  waiting?: EntryOf<'slot'> | undefined
}

/** A part of a day, in seconds since midnight. */
export interface Stretch { start: number, end: number }

/** Where on the board a slot is to lie. */
export interface SlotPlace extends Stretch { clinicId: number }

const MINUTE = 60
const STEP = 5 * MINUTE
/** Where a clinic has no slot to learn from. */
const LENGTH = 15 * MINUTE
const MORNING = 9 * 3600

/** The length that most of the slots have, in seconds; of several, the one that came first. */
export function usualLength({ starts, ends }: Pick<SlotArrays, 'starts' | 'ends'>): number {
  const counts = new Map<number, number>()
  starts.forEach((start, i) => { counts.set(ends[i]! - start, (counts.get(ends[i]! - start) ?? 0) + 1) })
  let [best, most] = [LENGTH, 0]
  for (const [length, count] of counts) if (count > most) [best, most] = [length, count]
  return Math.max(MINUTE, best)
}

/**
 * A slot of the usual length in a stretch without slots, on whole minutes: at its beginning, but from now on rather than in the past,
 * in a day without slots in the morning, and before a day's first slot right before that.
 */
export function proposedIn(stretch: Stretch, length: number, now: number | null): Stretch {
  const { start: first, end: last } = wholeMinutes(stretch)
  const latest = Math.max(first, last - length)
  const soon = now === null ? first : Math.ceil(now / STEP) * STEP
  const whole = first === 0 && last === DAY_SECONDS
  const wanted = whole ? MORNING : first === 0 ? latest : first
  const start = Math.min(latest, now !== null && now > first && now < last ? Math.max(soon, wanted) : wanted)
  return { start, end: Math.min(last, start + length) }
}

/**
 * What a pointer drags out of a stretch between two times, in either direction: on five minutes or the stretch's edges, at least five
 * minutes where there is room.
 */
export function draggedIn(stretch: Stretch, from: number, to: number): Stretch {
  const { start: first, end: last } = wholeMinutes(stretch)
  const snapped = (time: number) => Math.min(last, Math.max(first, Math.round(time / STEP) * STEP))
  const [start, end] = [snapped(Math.min(from, to)), snapped(Math.max(from, to))]
  if (end > start) return { start, end }
  return start + STEP <= last ? { start, end: start + STEP } : { start: Math.max(first, last - STEP), end: last }
}

const wholeMinutes = ({ start, end }: Stretch): Stretch => {
  const first = Math.min(Math.ceil(start / MINUTE) * MINUTE, DAY_SECONDS - MINUTE)
  return { start: first, end: Math.max(first + MINUTE, Math.floor(end / MINUTE) * MINUTE) }
}
