import type { CallRequests } from '@shared/domain/callRequest'
import type { Directory } from '@shared/domain/clinic'
import type { StaffList } from '@shared/domain/staff'
import type { RequestMark } from '@shared/domain/triage'
import { dayOfNumber, type Day } from '@shared/domain/time'
import { clinicNames } from '@renderer/composables/clinicNames'
import type { PaletteEntry } from './paletteEntry'

/** Open requests that are offered; older ones are found in their own place. */
const REQUESTS = 500

interface Words {
  unnamed: (id: number) => string
  doctor: (id: number) => string
  number: (id: number) => string
  day: (day: Day) => string
}

const entry = (part: Pick<PaletteEntry, 'id' | 'kind' | 'label' | 'does'> & { detail: (string | undefined)[] }): PaletteEntry =>
  ({ ...part, detail: part.detail.filter(Boolean).join(' · '), reason: '' })

/** Each clinic, shown on the board. */
export const clinicEntries = (directory: Directory | undefined, { unnamed }: Words): PaletteEntry[] =>
  clinicNames(directory?.clinics.map(({ id }) => id) ?? [], directory ?? null, unnamed).map(({ id, name, address, doctors }) => entry({
    id: `clinic ${id}`, kind: 'clinic', label: name, detail: [address, ...doctors], does: { to: { name: 'calendar', query: { clinics: String(id) } } },
  }))

/** Each doctor of a clinic, with all their clinics on the board. */
export function doctorEntries(directory: Directory | undefined, { doctor }: Words): PaletteEntry[] {
  const clinicsOf = new Map<number, number[]>()
  const known = new Map<number, { name: string, department: string }>()
  for (const { id, doctors } of directory?.clinics ?? []) {
    for (const each of doctors) {
      known.set(each.id, each)
      clinicsOf.set(each.id, [...clinicsOf.get(each.id) ?? [], id])
    }
  }
  return [...known].map(([id, { name, department }]) => entry({
    id: `doctor ${id}`, kind: 'doctor', label: name || doctor(id), detail: [department],
    does: { to: { name: 'calendar', query: { clinics: clinicsOf.get(id)!.join() } } },
  }))
}

/** Each member of the staff, with their details open. */
export const staffEntries = (staff: StaffList | undefined, { doctor }: Words): PaletteEntry[] =>
  staff ? Array.from(staff.ids, (id, row) => entry({
    id: `staffMember ${id}`, kind: 'staffMember', label: staff.names[row] || doctor(id),
    detail: [staff.departments[staff.departmentOf[row]!]], does: { to: { name: 'staff', query: { member: String(id) } } },
  })) : []

/** Each department in use, by its staff. */
export const departmentEntries = (staff: StaffList | undefined): PaletteEntry[] =>
  (staff?.departments ?? []).filter((name) => name !== '').map((name) => entry({
    id: `department ${name}`, kind: 'department', label: name, detail: [], does: { to: { name: 'staff', query: { department: name } } },
  }))

/** The newest call requests that are not done, each in its place. */
export function requestEntries(requests: CallRequests | undefined, marks: ReadonlyMap<number, RequestMark>, words: Words): PaletteEntry[] {
  if (!requests) return []
  const open = Array.from(requests.ids, (id, row) => ({ id, row })).filter(({ id }) => marks.get(id)?.state !== 'done')
  return open.sort((a, b) => b.id - a.id).slice(0, REQUESTS).map(({ id, row }) => {
    const doctor = requests.doctors[requests.doctorOf[row]!]!
    return entry({
      id: `request ${id}`, kind: 'request', label: doctor.name || words.doctor(doctor.id),
      detail: [words.day(dayOfNumber(requests.days[row]!)), words.number(id)], does: { to: { name: 'callRequests', query: { request: String(id) } } },
    })
  })
}
