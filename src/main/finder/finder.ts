import type { ClinicWalk } from '@main/slots/clinicWalk'
import type { Clinic } from '@shared/domain/clinic'
import type { FindQuery, FoundSlot, FoundSlots } from '@shared/domain/finder'
import { numberOfDay } from '@shared/domain/time'
import { matchingSlots } from './matchingSlots'

interface Dependencies { walk: ClinicWalk }

/** Looks for published slots in all clinics of which something is known, with or without a network. */
export interface Finder { find: (query: FindQuery) => Promise<FoundSlots> }

/** See `Finder`. */
export function finder({ walk }: Dependencies): Finder {
  return {
    async find(query) {
      const found: FoundSlot[] = []
      const walked = await walk((clinic) => isWanted(clinic, query), ({ id }, table, { day, seconds }) => {
        const isFromToday = query.from <= day
        const from = { day: numberOfDay(isFromToday ? day : query.from), seconds: isFromToday ? seconds : 0 }
        found.push(...matchingSlots(id, table, { ...query, ...from, count: query.count + 1 }))
      })
      const earliest = found.sort(byTime)
      return { slots: earliest.slice(0, query.count), more: earliest.length > query.count, ...walked }
    },
  }
}

const byTime = (a: FoundSlot, b: FoundSlot) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start || a.clinicId - b.clinicId || a.id - b.id

const isWanted = ({ id, doctors }: Clinic, { clinicId, doctorId, department }: FindQuery) =>
  (clinicId === null || id === clinicId)
  && (doctorId === null || doctors.some((doctor) => doctor.id === doctorId))
  && (department === null || doctors.some((doctor) => doctor.department === department))
