import type { PauseFor } from '@shared/domain/alerts'
import type { Settings } from '@shared/domain/settings'
import { addDays, instantOf, wallClock } from '@shared/domain/time'

/** Until an instant, or until a person ends it. */
export interface Pause { until: number | null }

interface Circumstances {
  quietHours: Settings['quietHours']
  paused: Pause | null
  isLocked: boolean
  now: number
  /** The clinic's. */
  zone: string
}

/** Whether notification and sound are silent now. Badge, list and tray never are. */
export const isSilent = ({ quietHours, paused, isLocked, now, zone }: Circumstances): boolean =>
  isLocked || isPaused(paused, now) || (quietHours !== null && isWithin(quietHours, wallClock(now, zone).seconds))

export const isPaused = (paused: Pause | null, now: number): boolean => paused !== null && (paused.until === null || now < paused.until)

/** From the first second to the one before the last; over midnight where `to` comes first; the same twice is the whole day. */
function isWithin({ from, to }: { from: number, to: number }, seconds: number): boolean {
  return from < to ? from <= seconds && seconds < to : from <= seconds || seconds < to
}

/** The pause that somebody asks for; 'tomorrow' begins with the clinic's next day. */
export function pauseOf(wanted: PauseFor, now: number, zone: string): Pause | null {
  if (wanted === 'resumed') return null
  if (wanted === 'ever') return { until: null }
  return { until: wanted === 'hour' ? now + 3_600_000 : nextMidnight(now, zone) }
}

const nextMidnight = (now: number, zone: string): number => instantOf(addDays(wallClock(now, zone).day, 1), 0, zone)
