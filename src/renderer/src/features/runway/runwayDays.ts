import type { ClinicRunway } from '@shared/domain/runway'
import { addDays, numberOfDay, weekday, type Day } from '@shared/domain/time'

/**
 * What a day is to a clinic's book. `full` has at least half of its usual slots, `thin` fewer; `extra` has slots where there usually are
 * none, `off` none where there are none. `gap` has none where there usually are, and somebody should do something about it: it lies
 * before the last published day or under the alarm. `open` has none yet, beyond all that.
 */
export type DayKind = 'full' | 'thin' | 'extra' | 'off' | 'gap' | 'open'

export interface RunwayDay {
  day: Day
  kind: DayKind
  slots: number
  /** Slots that the clinic usually has on such a weekday. */
  usual: number
  gapMinutes: number
  /** Its slots against the usual ones, 0 to 1. */
  ratio: number
}

/** The days of a clinic's runway; `alarmDays` from `from` on nothing may be missing. */
export function runwayDays({ slots, usual, gapMinutes, last }: ClinicRunway, from: Day, alarmDays: number): RunwayDay[] {
  const end = last === null ? -1 : numberOfDay(last) - numberOfDay(from)
  const most = Math.max(1, ...usual)
  return Array.from(slots, (count, place) => {
    const wanted = usual[place]!
    const ratio = Math.min(1, count / (wanted > 0 ? wanted : most))
    const kind = kindOf(count, wanted, place < end || place < alarmDays)
    return { day: addDays(from, place), kind, slots: count, usual: wanted, gapMinutes: gapMinutes[place]!, ratio }
  })
}

function kindOf(slots: number, usual: number, isNeeded: boolean): DayKind {
  if (usual === 0) return slots > 0 ? 'extra' : 'off'
  if (slots === 0) return isNeeded ? 'gap' : 'open'
  return slots * 2 < usual ? 'thin' : 'full'
}

/** A week of a runway in numbers: days with slots, thin ones among them, and gaps. The first may begin in the middle of a week. */
export interface RunwayWeek { from: Day, published: number, thin: number, gaps: number }

/** The weeks of some days, from Monday to Sunday. */
export function runwayWeeks(days: readonly RunwayDay[]): RunwayWeek[] {
  const weeks: RunwayWeek[] = []
  for (const { day, kind, slots } of days) {
    if (weeks.length === 0 || weekday(day) === 1) weeks.push({ from: day, published: 0, thin: 0, gaps: 0 })
    const week = weeks.at(-1)!
    if (slots > 0) week.published++
    if (kind === 'thin') week.thin++
    if (kind === 'gap') week.gaps++
  }
  return weeks
}
