import { slotTable, type SlotTable } from '@main/slots/slotTable'
import { numberOfDay, type Day } from '@shared/domain/time'

/** A Thursday. */
export const TODAY = numberOfDay('2026-11-26')

/** Hours in which one slot follows the other; all in minutes. */
export interface Session { start: number, end: number, length: number, pause?: number }

/** The slots of a clinic; `days` gives the sessions of each day (by number) of a stretch. */
export function historyOf(from: Day, until: Day, days: (day: number) => Session[]): SlotTable {
  const slots = { ids: [] as number[], days: [] as number[], starts: [] as number[], ends: [] as number[] }
  for (let day = numberOfDay(from); day <= numberOfDay(until); day += 1) {
    for (const { start, end, length, pause = 0 } of days(day)) {
      for (let at = start; at + length <= end; at += length + pause) {
        slots.ids.push(slots.ids.length + 1)
        slots.days.push(day)
        slots.starts.push(at * 60)
        slots.ends.push((at + length) * 60)
      }
    }
  }
  return slotTable(slots)
}
