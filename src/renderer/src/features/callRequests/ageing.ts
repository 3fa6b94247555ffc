import type { BusinessHours, Settings } from '@shared/domain/settings'
import { numberOfDay, wallClock, weekday, type Day } from '@shared/domain/time'

/** How long a request has been waiting for somebody, as its colour and a word say. */
export type Band = 'fresh' | 'waiting' | 'overdue'

/** An age in working time; `atLeast`: it was there before this desk first looked. */
export interface Age { band: Band, minutes: number, atLeast: boolean }

interface Wall { day: Day, seconds: number }

/** Seconds of work between two moments of one wall clock; 0 when the second comes first. */
export function workSeconds(from: Wall, to: Wall, { days, from: opens, to: closes }: BusinessHours): number {
  const [first, last] = [numberOfDay(from.day), numberOfDay(to.day)]
  if (first > last) return 0
  const isWorkday = (day: Day) => days.includes(weekday(day))
  const within = (seconds: number) => Math.min(Math.max(seconds, opens), closes) - opens
  // All days whole, less what the first has behind it and the last before it.
  const before = isWorkday(from.day) ? within(from.seconds) : 0
  const after = isWorkday(to.day) ? closes - opens - within(to.seconds) : 0
  return Math.max(0, workdays(first, last, days) * (closes - opens) - before - after)
}

/** How many workdays there are from one day to another, both included; days by number. */
function workdays(first: number, last: number, days: readonly number[]): number {
  const count = last - first + 1
  const weeks = Math.floor(count / 7)
  const inWeek = new Set(days)
  let found = weeks * inWeek.size
  // 1970-01-01 was a Thursday.
  for (let day = first + weeks * 7; day <= last; day++) if (inWeek.has(((day + 3) % 7 + 7) % 7 + 1)) found += 1
  return found
}

/** The band of so many minutes of work. */
export function bandOf(minutes: number, { waitingHours, overdueHours }: Pick<Settings, 'waitingHours' | 'overdueHours'>): Band {
  if (minutes >= overdueHours * 60) return 'overdue'
  return minutes >= waitingHours * 60 ? 'waiting' : 'fresh'
}

type Limits = Pick<Settings, 'businessHours' | 'waitingHours' | 'overdueHours'>

/**
 * Ages at the instant `now`, by the clinic's zone: of a request that this desk first saw at `firstSeenAt`, or that was there when this
 * desk first looked, at `since`. Undefined before that. Many requests share one beginning: each is computed once.
 */
export function ageing(now: number, zone: string, limits: Limits, since: number | null): (firstSeenAt: number | null) => Age | undefined {
  const until = wallClock(now, zone)
  const minutes = new Map<number, number>()
  return (firstSeenAt) => {
    const start = firstSeenAt ?? since
    if (start === null) return undefined
    const known = minutes.get(start) ?? Math.floor(workSeconds(wallClock(start, zone), until, limits.businessHours) / 60)
    minutes.set(start, known)
    return { band: bandOf(known, limits), minutes: known, atLeast: firstSeenAt === null }
  }
}
