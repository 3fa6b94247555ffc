import type { Settings } from './settings'
import type { Stamp } from './stamp'

export type StampTone = 'live' | 'loading' | 'aging' | 'stale' | 'failed'

/** Minutes after which data are no longer called live, and after which nobody should rely on them without asking. */
export type Thresholds = Pick<Settings, 'amberMinutes' | 'redMinutes'>

/** How far data with this stamp can be trusted at the instant `now` (epoch milliseconds). */
export function stampTone({ fetchedAt, cached, loading, failed }: Stamp, now: number, { amberMinutes, redMinutes }: Thresholds): StampTone {
  if (fetchedAt === null) return failed && !loading ? 'failed' : 'loading'
  const minutes = (now - fetchedAt) / 60_000
  if (minutes >= redMinutes) return 'stale'
  return minutes >= amberMinutes || failed || cached ? 'aging' : 'live'
}
