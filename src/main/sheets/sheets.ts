import type { Lists } from '@main/lists'
import type { Clock, Paper } from '@main/ports'
import type { Speaking } from '@main/tongue/tongue'
import type { Clinic, Doctor } from '@shared/domain/clinic'
import type { SheetOrder } from '@shared/domain/sheet'
import { addDays, type Day } from '@shared/domain/time'
import { weekStart, type Weekday } from '@shared/domain/week'
import { clinicDays, type ClinicDay } from './clinicDay'
import { paperOf } from './paper'
import { clinicDaySheet, doctorDaySheet, weekSheet, type Sheet } from './sheet'
import { slotRows, slotsCsv } from './slotsCsv'
import { slotsIcs } from './slotsIcs'
import { clinicText, doctorsText, oldestOf, type Writing } from './words'

/** Nobody stands at a printer for longer than this because a server is slow: what is known then is printed, with its age. */
const PATIENCE_MS = 5000

interface Dependencies {
  known: Pick<Lists, 'slots' | 'directory'>
  clock: Clock
  zone: () => string
  speaking: Speaking
  /** The weekday that weeks begin with. */
  firstWeekday: () => Weekday
  /** Whether the server is away, so that asking it would only take time. */
  isAway: () => boolean
  wait: (ms: number) => Promise<void>
  /** The server's host: it tells its slots from those of another one. */
  host: () => string
}

/** A document by name: `day-2026-11-23`, to be saved or printed. */
export interface Document<T> { name: string, content: T }

/** Published slots as documents, from what this computer knows; the server is asked for news first, where it answers. */
export interface Sheets {
  paper: (order: SheetOrder) => Promise<Document<Paper>>
  csv: (order: SheetOrder) => Promise<Document<string>>
  /** For calendar programs. */
  ics: (order: SheetOrder) => Promise<Document<string>>
  /** The rows of the CSV file. */
  rows: (order: SheetOrder) => Promise<string[][]>
}

/** See `Sheets`. */
export function sheets({ known, clock, zone, speaking, firstWeekday, isAway, wait, host }: Dependencies): Sheets {
  const nameOf = ({ span, date }: SheetOrder) => `${span}-${date}`
  const writing = (): Writing => ({ tongue: speaking(), zone: zone() })
  const datesOf = ({ span, date }: SheetOrder): Day[] => {
    const first = weekStart(date, firstWeekday())
    return span === 'day' ? [date] : Array.from({ length: 7 }, (_, place) => addDays(first, place))
  }

  async function days(order: SheetOrder): Promise<Found> {
    const { clinics, gone } = known.directory.known()
    const { doctor, clinicIds } = whose(order, [...clinics, ...gone])
    if (!isAway()) await Promise.race([known.slots.update(clinicIds), wait(PATIENCE_MS)])
    return { doctor, days: await clinicDays(known, { dates: datesOf(order), clinicIds, tongue: speaking() }) }
  }

  return {
    async paper(order) {
      const found = await days(order)
      const now = writing()
      const { texts, say, longDay } = now.tongue
      const title = say(texts.sheets.paper.titles[order.span], { day: longDay(datesOf(order)[0]!) })
      const facts = { title, large: order.large, landscape: order.span === 'week', made: clock(), oldest: oldestOf(found.days) }
      return { name: nameOf(order), content: paperOf({ ...facts, sheets: sheetsOf(order, found, now) }, now) }
    },
    async csv(order) {
      return { name: nameOf(order), content: slotsCsv((await days(order)).days, writing()) }
    },
    async ics(order) {
      return { name: nameOf(order), content: slotsIcs((await days(order)).days, { ...writing(), made: clock(), host: host() }) }
    },
    rows: async (order) => slotRows((await days(order)).days, writing()),
  }
}

function whose({ of }: SheetOrder, clinics: readonly Clinic[]): { doctor: Doctor | undefined, clinicIds: number[] } {
  if (of.kind === 'clinics') return { doctor: undefined, clinicIds: [...new Set(of.clinicIds)] }
  const own = clinics.filter(({ doctors }) => doctors.some(({ id }) => id === of.doctorId))
  return { doctor: own[0]?.doctors.find(({ id }) => id === of.doctorId), clinicIds: own.map(({ id }) => id) }
}

interface Found { doctor: Doctor | undefined, days: ClinicDay[] }

function sheetsOf({ span, of }: SheetOrder, { doctor, days }: Found, writing: Writing): Sheet[] {
  const { texts, say } = writing.tongue
  if (of.kind === 'doctor') {
    const named = doctor ?? { id: of.doctorId, name: say(texts.callRequests.nameless, { id: of.doctorId }), department: '' }
    return span === 'day' || days.length === 0
      ? [doctorDaySheet(named, days, writing)]
      : [weekSheet({ heading: named.name, who: named.department }, days, writing)]
  }
  if (span === 'day') return days.map((day) => clinicDaySheet(day, writing))
  return [...new Set(of.clinicIds)].map((id) => {
    const own = days.filter(({ clinic }) => clinic.id === id)
    return weekSheet({ heading: clinicText(own[0]!, writing.tongue), who: doctorsText(own[0]!) }, own, writing)
  })
}
