import type { Directory } from '@main/directory/directory'
import type { Clock } from '@main/ports'
import { oldestStamp } from '@main/slots/oldestStamp'
import type { Slots } from '@main/slots/slots'
import type { Clinic } from '@shared/domain/clinic'
import type { FindQuery, FoundSlot, FoundSlots } from '@shared/domain/finder'
import { numberOfDay, wallClock } from '@shared/domain/time'
import { matchingSlots } from './matchingSlots'

/** Clinics that are looked through in one piece: some milliseconds. */
const IN_A_PIECE = 20

interface Dependencies {
  slots: Pick<Slots, 'table' | 'look' | 'stamp' | 'isWhole'>
  directory: Pick<Directory, 'known'>
  clock: Clock
  /** IANA zone of the clinics' clock. */
  zone: () => string
  breathe: () => Promise<void>
  /** Begins to read what is old of all clinics. */
  renew: () => void
  /** Sees to it that what was kept of all days is there. */
  recalled: () => Promise<void>
}

/** Looks for published slots in all clinics of which something is known, with or without a network. */
export interface Finder { find: (query: FindQuery) => Promise<FoundSlots> }

/** See `Finder`. */
export function finder({ slots, directory, clock, zone, breathe, renew, recalled }: Dependencies): Finder {
  return {
    async find(query) {
      renew()
      await recalled()
      const { day, seconds } = wallClock(clock(), zone())
      const isFromToday = query.from <= day
      const from = { day: numberOfDay(isFromToday ? day : query.from), seconds: isFromToday ? seconds : 0 }
      const wanted = directory.known().clinics.filter((clinic) => isWanted(clinic, query))
      const found: FoundSlot[] = []
      let unknown = 0
      for (const [index, { id }] of wanted.entries()) {
        if (index % IN_A_PIECE === IN_A_PIECE - 1) await breathe()
        const table = slots.table(id)
        if (!table) unknown += 1
        else found.push(...matchingSlots(id, table, { ...query, ...from, count: query.count + 1 }))
      }
      const stampOf = (clinicId: number) => slots.isWhole(clinicId)
        ? slots.stamp(clinicId)
        : slots.look({ date: day, clinicIds: [clinicId] }).columns[0]!.stamp
      const earliest = found.sort(byTime)
      return {
        slots: earliest.slice(0, query.count), more: earliest.length > query.count,
        clinics: wanted.length - unknown, unknown, stamp: oldestStamp(wanted.map(({ id }) => stampOf(id))),
      }
    },
  }
}

const byTime = (a: FoundSlot, b: FoundSlot) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start || a.clinicId - b.clinicId || a.id - b.id

const isWanted = ({ id, doctors }: Clinic, { clinicId, doctorId, department }: FindQuery) =>
  (clinicId === null || id === clinicId)
  && (doctorId === null || doctors.some((doctor) => doctor.id === doctorId))
  && (department === null || doctors.some((doctor) => doctor.department === department))
