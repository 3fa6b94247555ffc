import type Ical from 'ical.js'
import type { HolidaySet } from '@shared/planner/holidays'
import { addDays, isDay, type Day } from '@shared/domain/time'

type Reader = typeof Ical
type Component = InstanceType<Reader['Component']>
type Time = InstanceType<Reader['Time']>
type Event = InstanceType<Reader['Event']>
type HolidayDay = HolidaySet['days'][number]

export type IcsHolidays = { ok: true, name: string, days: HolidayDay[] } | { ok: false, reason: 'noCalendar' | 'noDays' }

/** Rules that go on for ever are followed this year and the next two. */
const YEARS = 3
/** A list has no more days; a rule that repeats oftener than daily is left there. */
const MOST = 1000
/** As many weeks as there are in two centuries. */
const MOST_TURNS = 10_000

/**
 * The days of a calendar file (RFC 5545) from the first of this year on. All-day events count with each of their days, others with the
 * day that they begin on, as written there: a day has no zone.
 */
export async function icsHolidays(text: string, today: Day): Promise<IcsHolidays> {
  const { default: ical } = await import('ical.js')
  const calendar = calendarIn(ical, text)
  if (!calendar) return { ok: false, reason: 'noCalendar' }
  const from = `${today.slice(0, 4)}-01-01`
  const before = `${String(Number(today.slice(0, 4)) + YEARS).padStart(4, '0')}-01-01`
  const found = new Map<Day, string>()
  for (const component of calendar.getAllSubcomponents('vevent')) {
    for (const { day, name } of daysOf(new ical.Event(component), from, before)) if (!found.has(day)) found.set(day, name)
  }
  const days = [...found].map(([day, name]) => ({ day, name })).sort((a, b) => a.day.localeCompare(b.day)).slice(0, MOST)
  if (days.length === 0) return { ok: false, reason: 'noDays' }
  return { ok: true, name: String(calendar.getFirstPropertyValue('x-wr-calname') ?? '').trim().slice(0, 60), days }
}

function calendarIn(ical: Reader, text: string): Component | undefined {
  try {
    const parsed = ical.parse(text) as unknown[]
    // Several calendars in one file come as a list of them.
    const component = new ical.Component((Array.isArray(parsed[0]) ? parsed[0] : parsed) as never)
    return component.name === 'vcalendar' ? component : undefined
  } catch {
    return undefined
  }
}

const dayOf = ({ year, month, day }: Time): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** An event that can not be read has no days. */
function daysOf(event: Event, from: Day, before: Day): HolidayDay[] {
  const name = (event.summary ?? '').trim().slice(0, 100)
  try {
    const days = startsOf(event, from, before).flatMap((start) => lasting(event, start))
    return days.filter((day) => isDay(day) && day >= from).map((day) => ({ day, name }))
  } catch {
    return []
  }
}

/** What began at most a year before may last until then. */
function startsOf(event: Event, from: Day, before: Day): Day[] {
  if (!event.isRecurring()) return [dayOf(event.startDate)]
  const starts: Day[] = []
  const iterator = event.iterator()
  for (let turn = 0; turn < MOST_TURNS && starts.length < MOST; turn += 1) {
    const next = iterator.next() as Time | undefined
    if (!next || dayOf(next) >= before) break
    if (dayOf(next) >= addDays(from, -366)) starts.push(dayOf(next))
  }
  return starts
}

/** The days of an event that begins on a day: the end of an all-day event is the day after its last. */
function lasting(event: Event, start: Day): Day[] {
  if (!event.startDate.isDate) return [start]
  const length = Math.max(1, Math.min(MOST, Math.round(event.duration.toSeconds() / 86_400)))
  return Array.from({ length }, (_, after) => addDays(start, after))
}
