import en from '@shared/locales/en.json'
import { oneLine, worded } from '@main/alerts/words'
import type { Doctor } from '@shared/domain/clinic'
import { rangeText } from '@shared/domain/time'
import type { ClinicDay } from './clinicDay'
import { ageText, clinicText, doctorsText, longDay, shortDay } from './words'

const text = en.sheets.paper

/** One table, begun on a new page; what stands above its rows is repeated on each of its pages. */
export interface Sheet {
  heading: string
  /** Day or week, and for whom. */
  lead: string
  /** How old the rows are, a line for each source. */
  ages: string[]
  columns: { text: string, kind: 'time' | 'number' | 'text' | 'day' | 'room' }[]
  rows: string[][]
  /** Stands in place of rows where there are none: that none is published, or that it is not known. */
  none: string
}

const minutes = ({ start, end }: { start: number, end: number }) => String(Math.round((end - start) / 60))
const noneOf = (days: readonly ClinicDay[], empty: string) => days.some(({ stamp }) => stamp.fetchedAt === null) ? text.unknown : empty
const time = { text: text.columns.time, kind: 'time' } as const
const length = { text: text.columns.minutes, kind: 'number' } as const
const notes = { text: text.columns.notes, kind: 'room' } as const

/** A clinic's day, with room to write beside each slot. */
export const clinicDaySheet = (day: ClinicDay, zone: string): Sheet => ({
  heading: clinicText(day),
  lead: [longDay(day.date), doctorsText(day)].filter(Boolean).join(' · '),
  ages: [ageText(day.stamp, zone)],
  columns: [time, length, notes],
  rows: day.slots.map((slot) => [rangeText(slot.start, slot.end), minutes(slot), '']),
  none: noneOf([day], text.noSlots),
})

/** A doctor's day in all their clinics. A slot names no doctor: in a clinic of several it may be another's. */
export const doctorDaySheet = (doctor: Doctor, days: readonly ClinicDay[], zone: string): Sheet => ({
  heading: oneLine(doctor.name),
  lead: [days[0] ? longDay(days[0].date) : '', oneLine(doctor.department)].filter(Boolean).join(' · '),
  ages: agesOf(days, zone),
  columns: [time, length, { text: text.columns.clinic, kind: 'text' }, notes],
  rows: days.flatMap((day) => day.slots.map((slot) => ({ day, slot })))
    .sort((a, b) => a.slot.start - b.slot.start || a.slot.end - b.slot.end)
    .map(({ day, slot }) => [rangeText(slot.start, slot.end), minutes(slot), sharedText(day), '']),
  none: days.length === 0 ? text.noClinics : noneOf(days, text.noSlots),
})

/** A week, a column a day; slots of the same time of day stand beside each other. */
export function weekSheet(whose: { heading: string, who: string }, days: readonly ClinicDay[], zone: string): Sheet {
  const dates = [...new Set(days.map(({ date }) => date))]
  const isOne = new Set(days.map(({ clinic }) => clinic.id)).size === 1
  const starts = [...new Set(days.flatMap(({ slots }) => slots.map(({ start }) => start)))].sort((a, b) => a - b)
  const cell = (date: string, start: number) => days.filter((day) => day.date === date).flatMap((day) => day.slots
    .filter((slot) => slot.start === start)
    .map((slot) => isOne ? rangeText(slot.start, slot.end) : `${rangeText(slot.start, slot.end)} ${sharedText(day)}`)).join('\n')
  const isKnown = (date: string) => days.every(({ date: of, stamp }) => of !== date || stamp.fetchedAt !== null)
  return {
    heading: whose.heading,
    lead: [worded(text.week, { from: longDay(dates[0]!), to: longDay(dates.at(-1)!) }), whose.who].filter(Boolean).join(' · '),
    ages: agesOf(days, zone),
    columns: dates.map((date) => ({ text: isKnown(date) ? shortDay(date) : worded(text.dayNotKnown, { day: shortDay(date) }), kind: 'day' })),
    rows: starts.map((start) => dates.map((date) => cell(date, start))),
    none: noneOf(days, text.noSlotsInWeek),
  }
}

/** A clinic's name, and that it is not this doctor's alone. */
const sharedText = (day: ClinicDay) =>
  day.clinic.doctors.length > 1 ? worded(text.shared, { clinic: clinicText(day) }) : clinicText(day)

/** Each clinic's worst age once; with its name where there are several. */
function agesOf(days: readonly ClinicDay[], zone: string): string[] {
  const clinics = new Map<number, ClinicDay>()
  for (const day of days) {
    const before = clinics.get(day.clinic.id)
    if (!before || (day.stamp.fetchedAt ?? 0) < (before.stamp.fetchedAt ?? 0)) clinics.set(day.clinic.id, day)
  }
  return [...clinics.values()].map((day) => clinics.size === 1 ? ageText(day.stamp, zone) : `${clinicText(day)}: ${ageText(day.stamp, zone)}`)
}
