import en from '@shared/locales/en.json'
import { worded } from '@main/alerts/words'
import type { Lists } from '@main/lists'
import type { Clock, Paper } from '@main/ports'
import type { Clinic, Doctor } from '@shared/domain/clinic'
import type { SheetOrder } from '@shared/domain/sheet'
import { addDays, weekday, type Day } from '@shared/domain/time'
import { clinicDays, type ClinicDay } from './clinicDay'
import { paperOf } from './paper'
import { clinicDaySheet, doctorDaySheet, weekSheet, type Sheet } from './sheet'
import { slotRows, slotsCsv } from './slotsCsv'
import { slotsIcs } from './slotsIcs'
import { clinicText, doctorsText, longDay, oldestOf } from './words'

/** Nobody stands at a printer for longer than this because a server is slow: what is known then is printed, with its age. */
const PATIENCE_MS = 5000

interface Dependencies {
  known: Pick<Lists, 'slots' | 'directory'>
  clock: Clock
  zone: () => string
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
export function sheets({ known, clock, zone, isAway, wait, host }: Dependencies): Sheets {
  const nameOf = ({ span, date }: SheetOrder) => `${span}-${date}`

  async function days(order: SheetOrder): Promise<{ doctor: Doctor | undefined, days: ClinicDay[] }> {
    const { clinics, gone } = known.directory.known()
    const { doctor, clinicIds } = whose(order, [...clinics, ...gone])
    if (!isAway()) await Promise.race([known.slots.update(clinicIds), wait(PATIENCE_MS)])
    return { doctor, days: await clinicDays(known, datesOf(order), clinicIds) }
  }

  return {
    async paper(order) {
      const found = await days(order)
      const title = worded(en.sheets.paper.titles[order.span], { day: longDay(datesOf(order)[0]!) })
      const { large } = order
      const facts = { title, large, landscape: order.span === 'week', made: clock(), oldest: oldestOf(found.days), zone: zone() }
      return { name: nameOf(order), content: paperOf({ ...facts, sheets: sheetsOf(order, found, zone()) }) }
    },
    async csv(order) {
      return { name: nameOf(order), content: slotsCsv((await days(order)).days, zone()) }
    },
    async ics(order) {
      return { name: nameOf(order), content: slotsIcs((await days(order)).days, { zone: zone(), made: clock(), host: host() }) }
    },
    rows: async (order) => slotRows((await days(order)).days, zone()),
  }
}

function whose({ of }: SheetOrder, clinics: readonly Clinic[]): { doctor: Doctor | undefined, clinicIds: number[] } {
  if (of.kind === 'clinics') return { doctor: undefined, clinicIds: [...new Set(of.clinicIds)] }
  const own = clinics.filter(({ doctors }) => doctors.some(({ id }) => id === of.doctorId))
  return { doctor: own[0]?.doctors.find(({ id }) => id === of.doctorId), clinicIds: own.map(({ id }) => id) }
}

/** The day, or its week from Monday on. */
function datesOf({ span, date }: SheetOrder): Day[] {
  if (span === 'day') return [date]
  return Array.from({ length: 7 }, (_, place) => addDays(date, place + 1 - weekday(date)))
}

function sheetsOf({ span, of }: SheetOrder, { doctor, days }: { doctor: Doctor | undefined, days: ClinicDay[] }, zone: string): Sheet[] {
  if (of.kind === 'doctor') {
    const named = doctor ?? { id: of.doctorId, name: worded(en.callRequests.nameless, { id: of.doctorId }), department: '' }
    return span === 'day' || days.length === 0
      ? [doctorDaySheet(named, days, zone)]
      : [weekSheet({ heading: named.name, who: named.department }, days, zone)]
  }
  if (span === 'day') return days.map((day) => clinicDaySheet(day, zone))
  return [...new Set(of.clinicIds)].map((id) => {
    const own = days.filter(({ clinic }) => clinic.id === id)
    return weekSheet({ heading: clinicText(own[0]!), who: doctorsText(own[0]!) }, own, zone)
  })
}
