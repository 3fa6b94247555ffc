import type { StaffList } from '@shared/domain/staff'

export interface Member { id: number, name: string, isDoctor: boolean }

/** Staff members of a department, doctors first, otherwise in the list's order: at most `limit`, and how many there are. */
export function membersOf({ ids, names, isDoctor, departmentOf, departments }: StaffList, department: string, limit: number) {
  const place = departments.indexOf(department)
  const found: Member[] = []
  ids.forEach((id, row) => {
    if (place >= 0 && departmentOf[row] === place) found.push({ id, name: names[row]!, isDoctor: isDoctor[row] === 1 })
  })
  found.sort((one, other) => Number(other.isDoctor) - Number(one.isDoctor))
  return { shown: found.slice(0, limit), count: found.length }
}
