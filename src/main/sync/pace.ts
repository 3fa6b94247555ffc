import type { Attention } from '@main/ports'
import type { AppError } from '@shared/errors'
import type { SyncPace } from '@shared/domain/sync'

/**
 * How often this desk asks, in milliseconds: `poll` is the time between two passes, `screen` the time after which a pass fetches all
 * that is on screen and not only the call requests, of which people want to know while they look at something else.
 */
export interface Rhythm { poll: number, screen: number }

const RHYTHMS: Record<Attention, Rhythm> = {
  active: { poll: 60_000, screen: 60_000 },
  idle: { poll: 120_000, screen: 120_000 },
  hidden: { poll: 60_000, screen: 600_000 },
}
/** On battery everything takes its time. */
const ON_BATTERY = 1.5
/** Many desks start in the same minute of the morning; their polls must not stay in step. */
const JITTER = 0.2
const FIRST_BACKOFF_MS = 60_000
const LONGEST_BACKOFF_MS = 300_000
/** Nothing is asked twice in a row faster than this by itself. */
export const SHORTEST_MS = 10_000
/** Faults that only people can mend. */
const SELDOM: readonly AppError['kind'][] = ['untrusted', 'moved']

export function rhythmOf(attention: Attention, onBattery: boolean): Rhythm {
  const { poll, screen } = RHYTHMS[attention]
  const factor = onBattery ? ON_BATTERY : 1
  return { poll: poll * factor, screen: screen * factor }
}

/** A wait, and why it is as long as it is. */
export interface Wait { ms: number, pace: SyncPace }

/** Give or take a fifth. */
const jittered = (ms: number, random: number) => ms * (1 + JITTER * (2 * random - 1))

/**
 * The wait before the next pass. After failures it doubles from a minute to five, and is any time up to that: after an outage that met
 * a thousand desks they come back spread evenly. `failures` counts the passes that failed in a row; `random` is 0 to 1.
 */
export function waitOf(rhythm: Rhythm, failing: AppError | null, failures: number, random: number): Wait {
  if (!failing) return { ms: jittered(rhythm.poll, random), pace: 'usual' }
  // Never before the server's time, and not all desks at that very second.
  if (failing.kind === 'throttled') return { ms: Math.max(failing.retryAfter * 1000 * (1 + JITTER * random), SHORTEST_MS), pace: 'asAsked' }
  if (SELDOM.includes(failing.kind)) return { ms: jittered(LONGEST_BACKOFF_MS, random), pace: 'seldom' }
  const most = Math.min(FIRST_BACKOFF_MS * 2 ** Math.max(0, failures - 1), LONGEST_BACKOFF_MS)
  return { ms: Math.max(most * random, SHORTEST_MS), pace: 'afterFailure' }
}
