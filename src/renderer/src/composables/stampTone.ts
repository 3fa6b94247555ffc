import type { Stamp } from '@shared/domain/stamp'

export type StampTone = 'live' | 'loading' | 'aging' | 'stale' | 'failed'

/** Older data are no longer called live. What is on screen is fetched anew every minute, so three minutes mean that it failed twice. */
export const AGING_AFTER = 3 * 60_000
/** From here on nobody should rely on the data without asking. */
export const STALE_AFTER = 15 * 60_000

/** How far data with this stamp can be trusted at the instant `now` (epoch milliseconds). */
export function stampTone({ fetchedAt, loading, failed }: Stamp, now: number): StampTone {
  if (fetchedAt === null) return failed && !loading ? 'failed' : 'loading'
  const age = now - fetchedAt
  if (age >= STALE_AFTER) return 'stale'
  return age >= AGING_AFTER || failed ? 'aging' : 'live'
}
