import type { Directory } from '@main/directory/directory'
import type { Clock } from '@main/ports'
import { oldestStamp } from '@main/slots/oldestStamp'
import type { Slots } from '@main/slots/slots'
import type { Capacity, CapacityQuery, Load, Part } from '@shared/domain/capacity'
import type { Clinic } from '@shared/domain/clinic'
import type { Stamp } from '@shared/domain/stamp'
import { numberOfDay, wallClock, type Day } from '@shared/domain/time'
import { add, clinicCapacity, none } from './clinicCapacity'

/** Clinics that are counted in one piece: some milliseconds. */
const IN_A_PIECE = 20
/** More than anybody reads. */
const MOST = 300

interface Dependencies {
  slots: Pick<Slots, 'table' | 'isWhole' | 'stamp' | 'look'>
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

/** Counts what is published, of all clinics of which something is known, with or without a network. */
export interface CapacityCount { read: (query: CapacityQuery) => Promise<Capacity> }

/** See `CapacityCount`. */
export function capacityCount({ slots, directory, clock, zone, breathe, renew, recalled }: Dependencies): CapacityCount {
  const stampOf = (clinicId: number, today: Day): Stamp =>
    slots.isWhole(clinicId) ? slots.stamp(clinicId) : slots.look({ date: today, clinicIds: [clinicId] }).columns[0]!.stamp

  return {
    async read({ from, to, department, gapMinutes }) {
      renew()
      await recalled()
      const { day } = wallClock(clock(), zone())
      const range = { from: numberOfDay(from), to: numberOfDay(to), today: numberOfDay(day), gapMinutes }
      const isWanted = ({ doctors }: Clinic) => department === null || doctors.some((each) => each.department === department)
      const clinics = directory.known().clinics.filter(isWanted)
      const sum = summing()
      for (const [index, clinic] of clinics.entries()) {
        if (index % IN_A_PIECE === IN_A_PIECE - 1) await breathe()
        const table = slots.table(clinic.id)
        if (table) sum.take(clinic, clinicCapacity(table, slots.isWhole(clinic.id), range))
        else sum.found.unknown += 1
      }
      return sum.total(oldestStamp(clinics.map(({ id }) => stampOf(id, day))))
    },
  }
}

const emptyPart = (): Part => ({ own: none(), shared: none() })

/** Adds up clinic by clinic. */
function summing() {
  const found: Capacity = {
    clinics: [], doctors: [], departments: [], weekdays: Array.from({ length: 7 }, none), gaps: [], outliers: [],
    more: { gaps: 0, outliers: 0 }, unknown: 0, unusual: 0, stamp: oldestStamp([]),
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
    found,
    take(clinic: Clinic, { load, weekdays, gaps, outliers, isUnusual }: ReturnType<typeof clinicCapacity>) {
      const clinicId = clinic.id
      found.clinics.push({ clinicId, ...load })
      weekdays.forEach((each, place) => { add(found.weekdays[place]!, each) })
      found.gaps.push(...gaps.map((gap) => ({ clinicId, ...gap })))
      found.outliers.push(...outliers.map((slot) => ({ clinicId, ...slot })))
      if (isUnusual) found.unusual += 1
      share(clinic, load)
    },
    total(stamp: Stamp): Capacity {
      const [gaps, outliers] = [inOrder(found.gaps), inOrder(found.outliers)]
      return {
        ...found,
        clinics: found.clinics.sort((one, other) => other.minutes - one.minutes || one.clinicId - other.clinicId),
        doctors: [...doctors.values()].sort(byPart), departments: [...departments.values()].sort(byPart),
        gaps: gaps.slice(0, MOST), outliers: outliers.slice(0, MOST),
        more: { gaps: Math.max(0, gaps.length - MOST), outliers: Math.max(0, outliers.length - MOST) },
        stamp,
      }
    },
  }
}

const whole = ({ own, shared }: Part) => own.minutes + shared.minutes
const byPart = (one: Part, other: Part) => whole(other) - whole(one)
const inOrder = <T extends { date: Day, start: number }>(all: T[]) =>
  all.sort((one, other) => one.date < other.date ? -1 : one.date > other.date ? 1 : one.start - other.start)
