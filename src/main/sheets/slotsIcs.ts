import { oneLine } from '@main/alerts/words'
import { wallClock } from '@shared/domain/time'
import type { ClinicDay } from './clinicDay'
import { folded, icsParameter, icsText } from './icsLine'
import { icsTime, icsZone } from './icsZone'
import { ageText, clinicText, doctorsText, type Writing } from './words'

interface Facts extends Writing {
  /** When it is made, in epoch milliseconds. */
  made: number
  /** Where the slots come from: with a slot's number it names the same event at every export. */
  host: string
}

/** The slots as a calendar (RFC 5545), an event each, in the clinics' zone. A day that is not known has none, and the calendar says so. */
export function slotsIcs(days: readonly ClinicDay[], { made, host, ...writing }: Facts): string {
  const { zone, tongue: { texts: { sheets: { ics: text } }, say } } = writing
  const dates = days.map(({ date }) => date).sort()
  const unknown = days.filter(({ stamp }) => stamp.fetchedAt === null)
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Clinic Reception//Published slots//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(text.name)}`,
    ...unknown.length > 0 ? [`X-WR-CALDESC:${icsText(say(text.unknown, { n: unknown.length }))}`] : [],
    ...dates.length > 0 ? icsZone(zone, dates[0]!, dates.at(-1)!) : [],
    ...days.flatMap((day) => eventsOf(day, { made, host, ...writing })),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventsOf(day: ClinicDay, { made, host, ...writing }: Facts): string[] {
  const { zone, tongue } = writing
  const { texts: { sheets: { ics: text } }, say } = tongue
  const name = clinicText(day, tongue)
  const doctors = doctorsText(day)
  const { day: on, seconds } = wallClock(day.stamp.fetchedAt ?? made, 'UTC')
  const stamp = `DTSTAMP:${icsTime(on, seconds)}Z`
  const at = (seconds: number) => `;TZID=${icsParameter(zone)}:${icsTime(day.date, seconds)}`
  return day.slots.flatMap(({ id, start, end }) => [
    'BEGIN:VEVENT', `UID:slot-${id}@${host}`, stamp, `DTSTART${at(start)}`, `DTEND${at(end)}`,
    `SUMMARY:${icsText(say(text.summary, { clinic: name }))}`,
    `DESCRIPTION:${icsText([doctors, ageText(day.stamp, writing), text.note].filter(Boolean).join('\n'))}`,
    ...day.clinic.address ? [`LOCATION:${icsText(oneLine(day.clinic.address))}`] : [],
    // Published capacity takes nobody's time.
    'TRANSP:TRANSPARENT', 'END:VEVENT',
  ])
}
