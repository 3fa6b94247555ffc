import type { Doctor } from '@shared/domain/clinic'
import type { StaffForm, StaffList, StaffMember } from '@shared/domain/staff'

/** The staff in columns, without their stamp: thousands of objects would take long to change threads. Never changed in place. */
export type StaffTable = Omit<StaffList, 'stamp'>

/** Puts staff members into columns, in their order. */
export function staffTable(members: StaffMember[]): StaffTable {
  const places = new Map<string, number>()
  const departmentOf = Int32Array.from(members, ({ department }) => {
    const place = places.get(department) ?? places.size
    places.set(department, place)
    return place
  })
  return {
    ids: Int32Array.from(members, ({ id }) => id),
    names: members.map(({ name }) => name),
    isDoctor: Uint8Array.from(members, ({ isDoctor }) => Number(isDoctor)),
    departmentOf,
    departments: [...places.keys()],
  }
}

/** The table with this member as it is now: in its old place, or at the end when it is new. */
export function withMember(table: StaffTable, member: StaffMember): StaffTable {
  const found = table.ids.indexOf(member.id)
  const place = found < 0 ? table.ids.length : found
  const known = table.departments.indexOf(member.department)
  const departments = known < 0 ? [...table.departments, member.department] : table.departments
  const names = [...table.names]
  names[place] = member.name
  return {
    ids: numberAt(table.ids, place, member.id),
    names,
    isDoctor: Uint8Array.from(numberAt(table.isDoctor, place, Number(member.isDoctor))),
    departmentOf: numberAt(table.departmentOf, place, departments.indexOf(member.department)),
    departments,
  }
}

/** The table without the member of this id. */
export function withoutMember(table: StaffTable, id: number): StaffTable {
  const place = table.ids.indexOf(id)
  if (place < 0) return table
  const others = (_: unknown, index: number) => index !== place
  return {
    ids: table.ids.filter(others),
    names: table.names.filter(others),
    isDoctor: table.isDoctor.filter(others),
    departmentOf: table.departmentOf.filter(others),
    departments: table.departments,
  }
}

/** The table after a department got another name: the server's staff follow it. */
export const withDepartmentNamed = (table: StaffTable, from: string, to: string): StaffTable =>
  ({ ...table, departments: table.departments.map((name) => name === from ? to : name) })

/** Ids of the members who are all that the form says: the API lets people share names. */
export function membersAlike({ ids, names, isDoctor, departmentOf, departments }: StaffTable, form: StaffForm): number[] {
  const hasDepartment = departments.map((name) => name.trim() === form.department)
  return [...ids.filter((_, place) =>
    names[place]!.trim() === form.name && isDoctor[place] === Number(form.isDoctor) && hasDepartment[departmentOf[place]!])]
}

/** Ids of the members of this name, however it is written. */
export function membersNamed({ ids, names }: StaffTable, name: string): number[] {
  const wanted = folded(name)
  return [...ids.filter((_, place) => folded(names[place]!) === wanted)]
}

/** A name without what a server may change in it: case, spaces, how accents are composed. */
export const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** How many staff members, and doctors among them, each department has, by its name. */
export function departmentCounts({ departmentOf, isDoctor, departments }: StaffTable): Map<string, { staff: number, doctors: number }> {
  const counts = new Map(departments.map((name) => [name, { staff: 0, doctors: 0 }]))
  departmentOf.forEach((department, place) => {
    const count = counts.get(departments[department]!)!
    count.staff += 1
    count.doctors += isDoctor[place]!
  })
  return counts
}

/** The doctors, in the table's order. */
export function doctorsOf({ ids, names, isDoctor, departmentOf, departments }: StaffTable): Doctor[] {
  const places = [...ids.keys()].filter((place) => isDoctor[place] === 1)
  return places.map((place) => ({ id: ids[place]!, name: names[place]!, department: departments[departmentOf[place]!]! }))
}

function numberAt(column: Int32Array | Uint8Array, place: number, value: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(Math.max(column.length, place + 1))
  copy.set(column)
  copy[place] = value
  return copy
}
