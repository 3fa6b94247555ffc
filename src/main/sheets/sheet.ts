import { oneLine } from '@main/alerts/words'
import type { Tongue } from '@main/tongue/tongue'
import type { Doctor } from '@shared/domain/clinic'
import type { ClinicDay } from './clinicDay'
import { ageText, clinicText, doctorsText, type Writing } from './words'

/** One table, begun on a new page; what stands above its rows is repeated on each of its pages. */
export interface Sheet {
  heading: string
  /** Day or week, and for whom. */
  lead: string
  /** How old the rows are, a line for each source. */
  ages: string[]
  columns: { text: string, kind: 'time' | 'number' | 'text' | 'name' | 'day' | 'room' }[]
  rows: string[][]
  /** Stands in place of rows where there are none: that none is published, or that it is not known. */
  none: string
}

const minutes = ({ start, end }: { start: number, end: number }, { say }: Tongue) => say('{n}', { n: Math.round((end - start) / 60) })

function wordsOf({ tongue: { texts } }: Writing) {
  const text = texts.sheets.paper
  return {
    text,
    noneOf: (days: readonly ClinicDay[], empty: string) => days.some(({ stamp }) => stamp.fetchedAt === null) ? text.unknown : empty,
    columns: {
      time: { text: text.columns.time, kind: 'time' },
      length: { text: text.columns.minutes, kind: 'number' },
      clinic: { text: text.columns.clinic, kind: 'text' },
      notes: { text: text.columns.notes, kind: 'room' },
    } as const,
  }
}

/** A clinic's day, with room to write beside each slot. */
export function clinicDaySheet(day: ClinicDay, writing: Writing): Sheet {
  const { tongue } = writing
  const { text, noneOf, columns } = wordsOf(writing)
  return {
    heading: clinicText(day, tongue),
    lead: [tongue.longDay(day.date), doctorsText(day)].filter(Boolean).join(' · '),
    ages: [ageText(day.stamp, writing)],
    columns: [columns.time, columns.length, columns.notes],
    rows: day.slots.map((slot) => [tongue.range(slot.start, slot.end), minutes(slot, tongue), '']),
    none: noneOf([day], text.noSlots),
  }
}

/** A doctor's day in all their clinics. A slot names no doctor: in a clinic of several it may be another's. */
export function doctorDaySheet(doctor: Doctor, days: readonly ClinicDay[], writing: Writing): Sheet {
  const { tongue } = writing
  const { text, noneOf, columns } = wordsOf(writing)
  return {
    heading: oneLine(doctor.name),
    lead: [days[0] ? tongue.longDay(days[0].date) : '', oneLine(doctor.department)].filter(Boolean).join(' · '),
    ages: agesOf(days, writing),
    columns: [columns.time, columns.length, columns.clinic, columns.notes],
    rows: days.flatMap((day) => day.slots.map((slot) => ({ day, slot })))
      .sort((a, b) => a.slot.start - b.slot.start || a.slot.end - b.slot.end)
      .map(({ day, slot }) => [tongue.range(slot.start, slot.end), minutes(slot, tongue), sharedText(day, tongue), '']),
    none: days.length === 0 ? text.noClinics : noneOf(days, text.noSlots),
  }
}

/** A week, a column a day; slots of the same time of day stand beside each other. */
export function weekSheet(whose: { heading: string, who: string }, days: readonly ClinicDay[], writing: Writing): Sheet {
  const { tongue } = writing
  const { text, noneOf } = wordsOf(writing)
  const dates = [...new Set(days.map(({ date }) => date))]
  const isOne = new Set(days.map(({ clinic }) => clinic.id)).size === 1
  const starts = [...new Set(days.flatMap(({ slots }) => slots.map(({ start }) => start)))].sort((a, b) => a - b)
  const cell = (date: string, start: number) => days.filter((day) => day.date === date).flatMap((day) => day.slots
    .filter((slot) => slot.start === start)
    .map((slot) => [tongue.range(slot.start, slot.end), ...isOne ? [] : [sharedText(day, tongue)]].join(' '))).join('\n')
  const isKnown = (date: string) => days.every(({ date: of, stamp }) => of !== date || stamp.fetchedAt !== null)
  const dayText = (date: string) => isKnown(date) ? tongue.shortDay(date) : tongue.say(text.dayNotKnown, { day: tongue.shortDay(date) })
  return {
    heading: whose.heading,
    lead: [tongue.say(text.week, { from: tongue.longDay(dates[0]!), to: tongue.longDay(dates.at(-1)!) }), whose.who].filter(Boolean).join(' · '),
    ages: agesOf(days, writing),
    columns: dates.map((date) => ({ text: dayText(date), kind: 'day' })),
    rows: starts.map((start) => dates.map((date) => cell(date, start))),
    none: noneOf(days, text.noSlotsInWeek),
  }
}

/** A clinic's name, and that it is not this doctor's alone. */
const sharedText = (day: ClinicDay, tongue: Tongue) => day.clinic.doctors.length > 1
  ? tongue.say(tongue.texts.sheets.paper.shared, { clinic: clinicText(day, tongue) })
  : clinicText(day, tongue)

/** Each clinic's worst age once; with its name where there are several. */
function agesOf(days: readonly ClinicDay[], writing: Writing): string[] {
  const clinics = new Map<number, ClinicDay>()
  for (const day of days) {
    const before = clinics.get(day.clinic.id)
    if (!before || (day.stamp.fetchedAt ?? 0) < (before.stamp.fetchedAt ?? 0)) clinics.set(day.clinic.id, day)
  }
  return [...clinics.values()].map((day) =>
    [...clinics.size === 1 ? [] : [clinicText(day, writing.tongue)], ageText(day.stamp, writing)].join(': '))
}
