import { slotsOn, type SlotTable } from '@main/slots/slotTable'
import { dayParts, type DayPart, type FoundSlot } from '@shared/domain/finder'
import { dayOfNumber, weekday } from '@shared/domain/time'

interface Wanted {
  /** From this day (by number) on, and on it from this second. */
  day: number
  seconds: number
  /** 1 (Monday) to 7; none of them: any. */
  weekdays: readonly number[]
  part: DayPart
  minutes: number
  count: number
}

/** The first `count` of a clinic's slots that are wanted, earliest first. */
export function matchingSlots(clinicId: number, table: SlotTable, wanted: Wanted): FoundSlot[] {
  const found: FoundSlot[] = []
  for (const number of table.days) {
    if (found.length >= wanted.count) break
    const date = dayOfNumber(number)
    if (number < wanted.day || (wanted.weekdays.length > 0 && !wanted.weekdays.includes(weekday(date)))) continue
    const hours = hoursOn(number, wanted)
    for (const run of longEnough(slotsOn(table, number), wanted.minutes * 60)) {
      if (run.start >= hours.from && run.start < hours.to) found.push({ clinicId, date, ...run })
    }
  }
  return found.slice(0, wanted.count)
}

/** What has begun is nobody's next slot. */
function hoursOn(day: number, wanted: Wanted) {
  const { from, to } = dayParts[wanted.part]
  return { from: day === wanted.day ? Math.max(from, wanted.seconds) : from, to }
}

interface Run { id: number, start: number, end: number, together: number }

/** Each slot that is long enough, by itself or with those that follow it without a pause. */
function longEnough({ ids, starts, ends }: Pick<SlotTable, 'ids' | 'starts' | 'ends'>, seconds: number): Run[] {
  const runs: Run[] = []
  for (let first = 0; first < ids.length; first += 1) {
    let [end, together] = [ends[first]!, 1]
    for (let next = first + 1; next < ids.length && end - starts[first]! < seconds && starts[next]! <= end; next += 1) {
      if (starts[next]! < end) continue
      end = ends[next]!
      together += 1
    }
    if (end - starts[first]! >= seconds) runs.push({ id: ids[first]!, start: starts[first]!, end, together })
  }
  return runs
}
