import { slotsOn, type SlotTable } from '@main/slots/slotTable'
import type { Hours } from '@shared/planner/plan'

/** Weeks that are looked back. */
const WEEKS = 8
const MINUTES = 1440

/** What is usual on one weekday: how many slots, and the stretches that they cover, in seconds since midnight and in order. */
export interface UsualDay { slots: number, hours: Hours[] }

/**
 * What a clinic usually publishes, by weekday (index 0 is that of `today`), from the eight weeks before today. A weekday is usual when at
 * least four of its eight days had slots: the number is then the median of the eight, and a minute is usual when at least half of the
 * days with slots covered it. So a clinic that is younger than four weeks has nothing usual yet.
 */
export function usualWeek(table: SlotTable, today: number): UsualDay[] {
  return Array.from({ length: 7 }, (_, after) => {
    const days = Array.from({ length: WEEKS }, (_, week) => slotsOn(table, today + after - 7 * (week + 1)))
    const counts = days.map(({ ids }) => ids.length).sort((a, b) => a - b)
    const slots = counts[WEEKS / 2]!
    return slots === 0 ? { slots, hours: [] } : { slots, hours: usualHours(days.filter(({ ids }) => ids.length > 0)) }
  })
}

function usualHours(days: readonly Day[]): Hours[] {
  const changes = new Int32Array(MINUTES + 1)
  for (const day of days) {
    for (const { start, end } of coverage(day)) {
      changes[Math.floor(start / 60)]! += 1
      changes[Math.ceil(end / 60)]! -= 1
    }
  }
  const hours: Hours[] = []
  let covering = 0
  let from: number | undefined
  for (const [minute, change] of changes.entries()) {
    covering += change
    const isUsual = covering * 2 >= days.length
    if (isUsual) from ??= minute
    else if (from !== undefined) {
      hours.push({ start: from * 60, end: minute * 60 })
      from = undefined
    }
  }
  return hours
}

type Day = ReturnType<typeof slotsOn>

/** What a day's slots cover together, in order. */
export function coverage({ starts, ends }: Pick<Day, 'starts' | 'ends'>): Hours[] {
  const covered: Hours[] = []
  for (let row = 0; row < starts.length; row += 1) {
    const [start, end] = [starts[row]!, ends[row]!]
    const before = covered.at(-1)
    if (before && start <= before.end) before.end = Math.max(before.end, end)
    else covered.push({ start, end })
  }
  return covered
}

/** Whole minutes of `hours` that a day's slots do not cover. */
export function gapMinutes(hours: readonly Hours[], day: Pick<Day, 'starts' | 'ends'>): number {
  const covered = coverage(day)
  const common = (one: Hours, other: Hours) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  const open = hours.reduce((sum, span) =>
    sum + span.end - span.start - covered.reduce((part, each) => part + common(span, each), 0), 0)
  return Math.floor(open / 60)
}
