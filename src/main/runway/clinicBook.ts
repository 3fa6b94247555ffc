import { slotsOn, type SlotTable } from '@main/slots/slotTable'
import { RUNWAY_DAYS, type ClinicRunway } from '@shared/domain/runway'
import { dayOfNumber } from '@shared/domain/time'
import { gapMinutes, usualWeek, type UsualDay } from './usualWeek'

/** How far one clinic is published ahead. */
export type ClinicBook = Omit<ClinicRunway, 'clinicId' | 'stamp'>

/** What a clinic's slots say of the days from `today` (by number) on. */
export function clinicBook(table: SlotTable, today: number): ClinicBook {
  const week = usualWeek(table, today)
  const usualOn = (after: number) => week[after % 7]!
  const ahead = Array.from({ length: RUNWAY_DAYS }, (_, after) => slotsOn(table, today + after))
  const lastDay = table.days.at(-1) ?? -Infinity
  return {
    slots: Int32Array.from(ahead, ({ ids }) => ids.length),
    usual: Int32Array.from(ahead, (_, after) => usualOn(after).slots),
    gapMinutes: Int32Array.from(ahead, (day, after) => gapMinutes(usualOn(after).hours, day)),
    last: lastDay >= today ? dayOfNumber(lastDay) : null,
    lasts: Math.max(0, (firstGap(table, today, week, today) ?? lastDay + 1) - today),
  }
}

/**
 * The first day from `from` on that usually has slots and has none; days by number. Undefined for a clinic of which nothing is
 * usual: its book lasts until its last published day.
 */
export function firstGap(table: SlotTable, today: number, week: readonly UsualDay[], from: number): number | undefined {
  if (week.every(({ slots }) => slots === 0)) return undefined
  const published = new Set(table.days)
  let day = from
  while (published.has(day) || week[(day - today) % 7]!.slots === 0) day += 1
  return day
}
