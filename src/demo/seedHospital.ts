import { clinicPlace } from './clinicNames'
import { dayNumber, dayText } from './day'
import { departmentNames, departmentsWithoutDoctors } from './departmentNames'
import { tableOf, type CallRequest, type Clinic, type Department, type Hospital, type StaffMember } from './hospital'
import { personName } from './personNames'
import { between, mixSeeds, pick, seededRandom } from './random'
import { createSlotBook } from './slotBook'
import { firstSlotId, slotHistory } from './slotHistory'

export type Size = 'small' | 'medium' | 'large'

interface Extent {
  doctors: number
  clinics: number
  staff: number
  departments: number
  slotsADay: number
  /** Slots of one clinic in all. */
  rows: number
  lengths: readonly number[]
  callRequests: number
  /** Over how many days the call requests came in. */
  requestDays: number
}

/** How large the hospitals are. */
export const extents: Record<Size, Extent> = {
  small: {
    doctors: 8, clinics: 10, staff: 40, departments: 6, slotsADay: 20, rows: 1200, lengths: [10, 15, 15, 20, 20, 30, 6],
    callRequests: 200, requestDays: 30,
  },
  medium: {
    doctors: 60, clinics: 90, staff: 400, departments: 25, slotsADay: 36, rows: 9000, lengths: [6, 10, 10, 15, 15, 20],
    callRequests: 5000, requestDays: 120,
  },
  large: {
    doctors: 600, clinics: 800, staff: 10_000, departments: 60, slotsADay: 48, rows: 36_000, lengths: [6, 10, 10, 10, 15],
    callRequests: 100_000, requestDays: 365,
  },
}

export interface SeedOptions { size: Size, seed: number, today: string }

/** A hospital around a day, the same for the same size, seed and day. Slots are made when a clinic is asked for. */
export function seedHospital({ size, seed, today }: SeedOptions): Hospital {
  const extent = extents[size]
  const departments = departmentNames.slice(0, extent.departments).map((name, index) => ({ id: index + 1, name }))
  const staff = seedStaff(extent, departments, mixSeeds(seed, 1))
  const doctors = staff.filter(({ isDoctor }) => isDoctor)
  const clinics = seedClinics(extent, mixSeeds(seed, 2))
  const { slotsADay, rows, lengths } = extent
  const history = slotHistory({ seed: mixSeeds(seed, 4), today, slotsADay, rows, lengths })
  return {
    departments: tableOf(departments),
    staff: tableOf(staff),
    clinics: new Map(clinics.map((clinic) => [clinic.id, clinic])),
    clinicsOf: shareClinics(doctors, clinics),
    callRequests: tableOf(seedCallRequests(extent, doctors, today, mixSeeds(seed, 3))),
    slots: createSlotBook(history, firstSlotId(extent.clinics + 1, rows)),
  }
}

/** Doctors are spread over the list; the last department has nobody, so that one can be deleted. */
function seedStaff({ staff, doctors }: Extent, departments: readonly Department[], seed: number): StaffMember[] {
  const random = seededRandom(seed)
  const open = departments.slice(0, -1)
  const medical = open.filter(({ name }) => !departmentsWithoutDoctors.has(name))
  let doctorsBefore = 0
  return Array.from({ length: staff }, (_, index) => {
    const isDoctor = Math.floor((index * doctors) / staff) === doctorsBefore && doctorsBefore < doctors
    const name = personName(random, isDoctor ? doctorsBefore : index, isDoctor)
    if (isDoctor) doctorsBefore += 1
    return { id: index + 1, name, isDoctor, departmentId: pick(random, isDoctor ? medical : open).id }
  })
}

function seedClinics({ clinics }: Extent, seed: number): Clinic[] {
  const random = seededRandom(seed)
  return Array.from({ length: clinics }, (_, index) => ({ id: index + 1, ...clinicPlace(random, index) }))
}

/** The last doctor has no clinic; every fifth clinic has two doctors, the others one. */
function shareClinics(doctors: readonly StaffMember[], clinics: readonly Clinic[]): Map<number, number[]> {
  const practising = doctors.slice(0, -1)
  const shared = new Map<number, number[]>()
  clinics.forEach((clinic, index) => {
    const owners = index % 5 === 3 ? [index, index + 1] : [index]
    for (const owner of owners) {
      const { id } = practising[owner % practising.length]!
      shared.set(id, [...shared.get(id) ?? [], clinic.id])
    }
  })
  return shared
}

/** Requests in the order in which they came in, each for the day of its arrival or one soon after. */
function seedCallRequests(extent: Extent, doctors: readonly StaffMember[], today: string, seed: number): CallRequest[] {
  const { callRequests, requestDays } = extent
  const random = seededRandom(seed)
  const now = dayNumber(today)
  const days = Array.from({ length: requestDays + 4 }, (_, index) => dayText(now - requestDays + index))
  return Array.from({ length: callRequests }, (_, index) => {
    const arrival = Math.floor(((index + 1) * requestDays) / callRequests)
    return { id: index + 1, day: days[arrival + between(random, 0, 3)]!, doctorId: pick(random, doctors).id }
  })
}
