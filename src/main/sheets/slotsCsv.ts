import { csvText } from '@shared/csv'
import { clockText, wallClock } from '@shared/domain/time'
import type { ClinicDay } from './clinicDay'
import { clinicText, doctorsText, type Writing } from './words'

/** What keeps the directions of words apart on a page is only noise in a table's cell. */
const ISOLATES = /[\u2066-\u2069]/g

/**
 * A head, and the slots, a row each, with the time at which they were fetched; figures as every spreadsheet reads them. A day that is not
 * known has one row that says so.
 */
export function slotRows(days: readonly ClinicDay[], writing: Writing): string[][] {
  const { clinic, doctors, date, start, end, minutes, asOf } = writing.tongue.texts.sheets.csv
  return [[clinic, doctors, date, start, end, minutes, asOf], ...days.flatMap((day) => rowsOf(day, writing))]
}

/** The same as CSV. */
export const slotsCsv = (days: readonly ClinicDay[], writing: Writing): string => csvText(slotRows(days, writing))

function rowsOf(day: ClinicDay, { tongue, zone }: Writing): string[][] {
  const who = [clinicText(day, tongue).replace(ISOLATES, ''), doctorsText(day), day.date]
  const { fetchedAt } = day.stamp
  if (fetchedAt === null) return [[...who, '', '', '', tongue.texts.sheets.paper.notKnown]]
  const { day: on, seconds } = wallClock(fetchedAt, zone)
  return day.slots.map((slot) =>
    [...who, clockText(slot.start), clockText(slot.end), String(Math.round((slot.end - slot.start) / 60)), `${on} ${clockText(seconds)}`])
}
