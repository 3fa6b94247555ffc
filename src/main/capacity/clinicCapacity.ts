import { coverage, usualWeek } from '@main/runway/usualWeek'
import { slotsOn, type SlotTable } from '@main/slots/slotTable'
import type { Load, Outlier, Stretch } from '@shared/domain/capacity'
import { dayOfNumber, weekday } from '@shared/domain/time'
import type { Hours } from '@shared/planner/plan'

interface Range { from: number, to: number, today: number, gapMinutes: number }

/** What one clinic has published in a range of days (by number, both in it), and how that lies to its usual hours. */
export interface ClinicCapacity {
  load: Load
  /** Monday first. */
  weekdays: Load[]
  gaps: Omit<Stretch, 'clinicId'>[]
  outliers: Omit<Outlier, 'clinicId'>[]
  /** Nothing is usual: neither gaps nor outliers can be told. */
  isUnusual: boolean
}

/** See `ClinicCapacity`. `isWhole` tells that the weeks before today are in the table too: only they say what is usual. */
export function clinicCapacity(table: SlotTable, isWhole: boolean, { from, to, today, gapMinutes }: Range): ClinicCapacity {
  const week = isWhole ? usualWeek(table, today) : []
  const found: ClinicCapacity = {
    load: none(), weekdays: Array.from({ length: 7 }, none), gaps: [], outliers: [], isUnusual: week.every(({ slots }) => slots === 0),
  }
  for (let number = from; number <= to; number += 1) {
    const date = dayOfNumber(number)
    const day = slotsOn(table, number)
    const load = { slots: day.ids.length, minutes: Math.round(day.ends.reduce((sum, end, row) => sum + end - day.starts[row]!, 0) / 60) }
    for (const each of [found.load, found.weekdays[weekday(date) - 1]!]) add(each, load)
    const hours = week[(((number - today) % 7) + 7) % 7]?.hours ?? []
    found.gaps.push(...gapsIn(hours, coverage(day), gapMinutes * 60).map((gap) => ({ date, ...gap })))
    found.outliers.push(...outside(hours, day).map((slot) => ({ date, ...slot })))
  }
  return found
}

export const none = (): Load => ({ slots: 0, minutes: 0 })
export const add = (to: Load, { slots, minutes }: Load): void => {
  to.slots += slots
  to.minutes += minutes
}

/** Stretches of at least `seconds` within `hours` that nothing covers. */
export function gapsIn(hours: readonly Hours[], covered: readonly Hours[], seconds: number): Hours[] {
  return hours.flatMap(({ start, end }) => {
    const gaps: Hours[] = []
    let reached = start
    for (const each of covered) {
      if (each.end <= reached || each.start >= end) continue
      gaps.push({ start: reached, end: each.start })
      reached = each.end
    }
    gaps.push({ start: reached, end })
    return gaps.filter((gap) => gap.end - gap.start >= seconds)
  })
}

/** Slots that begin before the first usual hour, or else end after the last one. */
function outside(hours: readonly Hours[], { starts, ends }: Pick<SlotTable, 'starts' | 'ends'>): Omit<Outlier, 'clinicId' | 'date'>[] {
  const [first, last] = [hours[0]?.start, hours.at(-1)?.end]
  if (first === undefined || last === undefined) return []
  return Array.from(starts, (start, row) => ({ start, end: ends[row]! })).flatMap(({ start, end }): Omit<Outlier, 'clinicId' | 'date'>[] => {
    if (start < first) return [{ start, end, kind: 'early', minutes: Math.round((first - start) / 60) }]
    return end > last ? [{ start, end, kind: 'late', minutes: Math.round((end - last) / 60) }] : []
  })
}
