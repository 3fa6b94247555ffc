import type { CallRequests } from '@shared/domain/callRequest'
import type { StaffList } from '@shared/domain/staff'
import { folded, wordsOf } from '@renderer/ui/folded'

/** A doctor of the staff list. */
export interface StaffDoctor { id: number, name: string, department: string }

/** The doctor of a request. `department` is undefined for one who is not in the staff list. */
export interface RequestDoctor { id: number, name: string, department: string | undefined }

/** What narrows the list; everything that is empty narrows nothing. */
export interface RequestFilter { query: string, doctorId: number | undefined, department: string | undefined }

/** The doctors of a staff list, in its order. */
export function staffDoctors({ ids, names, isDoctor, departmentOf, departments }: StaffList): StaffDoctor[] {
  const doctors: StaffDoctor[] = []
  ids.forEach((id, row) => {
    if (isDoctor[row] === 1) doctors.push({ id, name: names[row]!, department: departments[departmentOf[row]!] ?? '' })
  })
  return doctors
}

/**
 * The doctors of call requests, in their order. One of the staff list is named as there, any other as the request says, or as `before`
 * did: an older request of a deleted doctor may carry nothing but a number.
 */
export function requestDoctors(doctors: CallRequests['doctors'], staff: readonly StaffDoctor[], before: ReadonlyMap<number, string>): RequestDoctor[] {
  const known = new Map(staff.map((doctor) => [doctor.id, doctor]))
  return doctors.map(({ id, name }) => {
    const doctor = known.get(id)
    return { id, name: doctor?.name || name || before.get(id) || '', department: doctor?.department }
  })
}

/** For each doctor whether their requests pass the filter: every word of the query is part of the name or the department. */
export function passing(doctors: readonly RequestDoctor[], { query, doctorId, department }: RequestFilter): boolean[] {
  const words = wordsOf(query)
  return doctors.map((doctor) => {
    if (doctorId !== undefined && doctor.id !== doctorId) return false
    if (department !== undefined && doctor.department !== department) return false
    if (words.length === 0) return true
    const text = folded(`${doctor.name} ${doctor.department ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}
