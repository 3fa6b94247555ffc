import type { BusinessHours } from '@shared/domain/settings'
import { addDays, instantOf, wallClock, weekday } from '@shared/domain/time'

type SnoozeKind = 'quarter' | 'hour' | 'afternoon' | 'nextMorning'

/** A way to put a request off; `until` is an instant in epoch milliseconds. */
export interface Snooze { kind: SnoozeKind, until: number }

const MINUTE = 60_000
const AFTERNOON = 14 * 3600

/** What is offered at the instant `now`: the afternoon while it has not begun, and the next morning on which people are at work. */
export function snoozesAt(now: number, zone: string, { days, from }: BusinessHours): Snooze[] {
  const { day, seconds } = wallClock(now, zone)
  // To the full minute, as clocks show it.
  const minute = now - now % MINUTE
  let next = addDays(day, 1)
  while (!days.includes(weekday(next))) next = addDays(next, 1)
  return [
    { kind: 'quarter', until: minute + 15 * MINUTE },
    { kind: 'hour', until: minute + 60 * MINUTE },
    ...seconds < AFTERNOON ? [{ kind: 'afternoon' as const, until: instantOf(day, AFTERNOON, zone) }] : [],
    { kind: 'nextMorning', until: instantOf(next, from, zone) },
  ]
}
