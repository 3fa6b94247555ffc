import type { Hours, Plan } from './plan'
import type { PlanNote } from './preview'

/** The slots of one day, earliest first, in columns of one length. Seconds since midnight. */
export interface DaySlots { starts: number[], ends: number[], notes: PlanNote[] }

/**
 * The slots of each day of a plan: breaks cut its hours into stretches, and in each stretch slots follow one another from its
 * beginning on, as long as a whole one has room. The last is there when it fits exactly. Plain arithmetic on wall-clock seconds,
 * so a day on which the clocks change has the same slots as any other.
 */
export function daySlots({ sessions, breaks, duration, gap }: Pick<Plan, 'sessions' | 'breaks' | 'duration' | 'gap'>): DaySlots {
  const hours = merged(sessions)
  const pauses = merged(breaks)
  const notes: PlanNote[] = [
    ...overlapsIn(sessions).map((span): PlanNote => ({ kind: 'hoursOverlap', ...span })),
    ...overlapsIn(breaks).map((span): PlanNote => ({ kind: 'breaksOverlap', ...span })),
    ...breaks.filter((pause) => without(pause, hours).length > 0).map(({ start, end }): PlanNote => ({ kind: 'breakOutside', start, end })),
  ]
  const slots: DaySlots = { starts: [], ends: [], notes }
  for (const session of hours) {
    const stretches = without(session, pauses)
    if (stretches.length === 0) notes.push({ kind: 'tooShort', ...session })
    for (const stretch of stretches) fill(slots, stretch, duration, gap)
  }
  return slots
}

function fill({ starts, ends, notes }: DaySlots, { start, end }: Hours, duration: number, gap: number): void {
  let at = start
  for (; at + duration <= end; at += duration + gap) {
    starts.push(at)
    ends.push(at + duration)
  }
  const rest = at === start ? end - start : end - ends.at(-1)!
  if (at === start) notes.push({ kind: 'tooShort', start, end })
  // After the last slot a gap may stand: that is no time that the hours are too long by.
  else if (rest > 0 && rest !== gap) notes.push({ kind: 'remainder', start, end, seconds: rest })
}

const inOrder = (spans: readonly Hours[]) => [...spans].sort((a, b) => a.start - b.start || a.end - b.end)

/** Spans in order, those that overlap as one. Spans that only touch stay two: slots begin anew where a session does. */
function merged(spans: readonly Hours[]): Hours[] {
  const whole: Hours[] = []
  for (const { start, end } of inOrder(spans)) {
    const before = whole.at(-1)
    if (before && start < before.end) before.end = Math.max(before.end, end)
    else whole.push({ start, end })
  }
  return whole
}

/** What two or more spans have in common. */
function overlapsIn(spans: readonly Hours[]): Hours[] {
  const found: Hours[] = []
  let reached = -1
  for (const { start, end } of inOrder(spans)) {
    if (start < reached) found.push({ start, end: Math.min(end, reached) })
    reached = Math.max(reached, end)
  }
  return merged(found)
}

/** The pieces of a span that no span of `cuts` covers; `cuts` are in order and do not overlap. */
function without({ start, end }: Hours, cuts: readonly Hours[]): Hours[] {
  const pieces: Hours[] = []
  let at = start
  for (const cut of cuts) {
    if (cut.end <= at || cut.start >= end) continue
    if (cut.start > at) pieces.push({ start: at, end: cut.start })
    at = cut.end
  }
  if (at < end) pieces.push({ start: at, end })
  return pieces
}
