import { csvText } from '@shared/csv'
import en from '@shared/locales/en.json'
import { clockText, wallClock } from '@shared/domain/time'
import type { ClinicDay } from './clinicDay'
import { clinicText, doctorsText } from './words'

const { clinic, doctors, date, start, end, minutes, asOf } = en.sheets.csv

/** A head, and the slots, a row each, with the time at which they were fetched. A day that is not known has one row that says so. */
export const slotRows = (days: readonly ClinicDay[], zone: string): string[][] =>
  [[clinic, doctors, date, start, end, minutes, asOf], ...days.flatMap((day) => rowsOf(day, zone))]

/** The same as CSV. */
export const slotsCsv = (days: readonly ClinicDay[], zone: string): string => csvText(slotRows(days, zone))

function rowsOf(day: ClinicDay, zone: string): string[][] {
  const who = [clinicText(day), doctorsText(day), day.date]
  const { fetchedAt } = day.stamp
  if (fetchedAt === null) return [[...who, '', '', '', en.sheets.paper.notKnown]]
  const { day: on, seconds } = wallClock(fetchedAt, zone)
  return day.slots.map((slot) =>
    [...who, clockText(slot.start), clockText(slot.end), String(Math.round((slot.end - slot.start) / 60)), `${on} ${clockText(seconds)}`])
}
