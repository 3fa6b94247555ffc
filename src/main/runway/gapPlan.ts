import { slotsOn, type SlotTable } from '@main/slots/slotTable'
import type { GapPlan } from '@shared/domain/runway'
import { dayOfNumber, weekday } from '@shared/domain/time'
import type { Hours } from '@shared/planner/plan'
import { firstGap } from './clinicBook'
import { usualWeek, type UsualDay } from './usualWeek'

/** Days whose slots tell how long one usually is, and how far apart two are. */
const LOOK_BACK = 56
/** As many as a plan may have. */
const MOST_SESSIONS = 12
const QUARTER = 900

/** Now on the clinic's clock: the day's number, and seconds since midnight. */
interface Now { day: number, seconds: number }

/**
 * What fills a clinic's next gap: from its first day on which the usual hours are not over yet, until the week or the gap ends. It takes
 * in the weekdays that have the hours of that first day; those with other hours are the next gap. A clinic of which nothing is usual gets
 * the week after its last slot, without hours: they are for a person to say.
 */
export function gapPlan(clinicId: number, table: SlotTable, now: Now): GapPlan {
  const week = usualWeek(table, now.day)
  const { duration, gap } = rhythmOf(table, now.day)
  const isOver = now.seconds >= (week[0]!.hours.at(-1)?.end ?? 0)
  const found = firstGap(table, now.day, week, isOver ? now.day + 1 : now.day)
  if (found === undefined) {
    return { ...restOfWeek(Math.max(now.day, table.days.at(-1) ?? 0) + 1), clinicId, weekdays: [], sessions: [], duration, gap }
  }
  const usualOf = (day: number) => week[(day - now.day) % 7]!
  const hours = usualOf(found).hours
  const published = new Set(table.days)
  const days: number[] = []
  for (let day = found; day <= sunday(found) && !published.has(day); day += 1) {
    if (hasSame(usualOf(day), hours)) days.push(day)
  }
  return {
    clinicId, from: dayOfNumber(found), until: dayOfNumber(days.at(-1)!), weekdays: days.map(weekdayOf),
    sessions: joined(hours, gap), duration, gap,
  }
}

const weekdayOf = (day: number) => weekday(dayOfNumber(day))
const sunday = (day: number) => day + 7 - weekdayOf(day)
const restOfWeek = (day: number) => ({ from: dayOfNumber(day), until: dayOfNumber(sunday(day)) })
const hasSame = (day: UsualDay, hours: readonly Hours[]) => day.slots > 0 && JSON.stringify(day.hours) === JSON.stringify(hours)

/** Stretches with no more than the gap of two slots between them are one. Of very many the longest are taken. */
function joined(hours: readonly Hours[], gap: number): Hours[] {
  const sessions: Hours[] = []
  for (const { start, end } of hours) {
    const before = sessions.at(-1)
    if (before && start - before.end <= gap) before.end = end
    else sessions.push({ start, end })
  }
  const length = ({ start, end }: Hours) => end - start
  return sessions.sort((a, b) => length(b) - length(a)).slice(0, MOST_SESSIONS).sort((a, b) => a.start - b.start)
}

/** The commonest length of a slot, and the commonest pause between two, in whole minutes; a quarter of an hour where there is none. */
function rhythmOf(table: SlotTable, today: number): { duration: number, gap: number } {
  const lengths: number[] = []
  const pauses: number[] = []
  for (let day = today - LOOK_BACK; day < today; day += 1) {
    const { starts, ends } = slotsOn(table, day)
    starts.forEach((start, row) => {
      lengths.push(ends[row]! - start)
      if (row > 0) pauses.push(start - ends[row - 1]!)
    })
  }
  const duration = Math.max(60, wholeMinutes(commonest(lengths) ?? QUARTER))
  const gap = wholeMinutes(commonest(pauses) ?? 0)
  // A pause as long as a slot is a break, and one below zero an overlap.
  return { duration, gap: gap > 0 && gap < duration ? gap : 0 }
}

const wholeMinutes = (seconds: number) => Math.floor(seconds / 60) * 60

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}
