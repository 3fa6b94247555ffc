import type { ClinicWalk } from '@main/slots/clinicWalk'
import type { Slots } from '@main/slots/slots'
import type { Capacity, CapacityQuery, Load, Part } from '@shared/domain/capacity'
import type { Clinic } from '@shared/domain/clinic'
import { numberOfDay, type Day } from '@shared/domain/time'
import { add, clinicCapacity, none } from './clinicCapacity'

/** More than anybody reads. */
const MOST = 300

interface Dependencies {
  walk: ClinicWalk
  slots: Pick<Slots, 'isWhole'>
}

/** Counts what is published, of all clinics of which something is known, with or without a network. */
export interface CapacityCount { read: (query: CapacityQuery) => Promise<Capacity> }

/** See `CapacityCount`. */
export function capacityCount({ walk, slots }: Dependencies): CapacityCount {
  return {
    async read({ from, to, department, gapMinutes }) {
      const isWanted = ({ doctors }: Clinic) => department === null || doctors.some((each) => each.department === department)
      const sum = summing()
      const { unknown, stamp } = await walk(isWanted, (clinic, table, { day }) => {
        const range = { from: numberOfDay(from), to: numberOfDay(to), today: numberOfDay(day), gapMinutes }
        sum.take(clinic, clinicCapacity(table, slots.isWhole(clinic.id), range))
      })
      return sum.total({ unknown, stamp })
    },
  }
}

const emptyPart = (): Part => ({ own: none(), shared: none() })

/** Adds up clinic by clinic. */
function summing() {
  const found: Pick<Capacity, 'clinics' | 'weekdays' | 'gaps' | 'outliers' | 'unusual'> = {
    clinics: [], weekdays: Array.from({ length: 7 }, none), gaps: [], outliers: [], unusual: 0,
  }
  const doctors = new Map<number, Capacity['doctors'][number]>()
  const departments = new Map<string, Capacity['departments'][number]>()

  function share({ doctors: theirs }: Clinic, load: Load) {
    for (const { id, name, department } of theirs) {
      const part = doctors.get(id) ?? { doctorId: id, name, department, ...emptyPart() }
      doctors.set(id, part)
      add(theirs.length === 1 ? part.own : part.shared, load)
    }
    const names = new Set(theirs.map(({ department }) => department))
    for (const name of names) {
      const part = departments.get(name) ?? { department: name, ...emptyPart() }
      departments.set(name, part)
      add(names.size === 1 ? part.own : part.shared, load)
    }
  }

  return {
    take(clinic: Clinic, { load, weekdays, gaps, outliers, isUnusual }: ReturnType<typeof clinicCapacity>) {
      const clinicId = clinic.id
      found.clinics.push({ clinicId, ...load })
      weekdays.forEach((each, place) => { add(found.weekdays[place]!, each) })
      found.gaps.push(...gaps.map((gap) => ({ clinicId, ...gap })))
      found.outliers.push(...outliers.map((slot) => ({ clinicId, ...slot })))
      if (isUnusual) found.unusual += 1
      share(clinic, load)
    },
    total(walked: Pick<Capacity, 'unknown' | 'stamp'>): Capacity {
      const [gaps, outliers] = [inOrder(found.gaps), inOrder(found.outliers)]
      return {
        ...found,
        clinics: found.clinics.sort((one, other) => other.minutes - one.minutes || one.clinicId - other.clinicId),
        doctors: [...doctors.values()].sort(byPart), departments: [...departments.values()].sort(byPart),
        gaps: gaps.slice(0, MOST), outliers: outliers.slice(0, MOST),
        more: { gaps: Math.max(0, gaps.length - MOST), outliers: Math.max(0, outliers.length - MOST) },
        ...walked,
      }
    },
  }
}

const whole = ({ own, shared }: Part) => own.minutes + shared.minutes
const byPart = (one: Part, other: Part) => whole(other) - whole(one)
const inOrder = <T extends { date: Day, start: number }>(all: T[]) =>
  all.sort((one, other) => one.date < other.date ? -1 : one.date > other.date ? 1 : one.start - other.start)
