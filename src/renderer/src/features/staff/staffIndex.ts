import type { StaffList, StaffMember } from '@shared/domain/staff'
import { folded } from '@renderer/ui/folded'

export type Columns = Pick<StaffList, 'ids' | 'names' | 'isDoctor' | 'departmentOf' | 'departments'>

export interface StaffFilter {
  query: string
  kind: 'all' | 'doctors' | 'others'
  /** The department's name; null for all. */
  department: string | null
}

/** The staff with everything that a search compares, folded once: plain arrays, since a list may have 80,000 rows. */
export interface StaffIndex {
  columns: Columns
  names: string[]
  departments: string[]
}

/** Folds a list for its searches. */
export const staffIndex = (columns: Columns): StaffIndex =>
  ({ columns, names: columns.names.map(folded), departments: columns.departments.map(folded) })

/** The rows of `order` that pass the filter: each word of the query in the name or the department. */
export function matching(index: StaffIndex, order: Uint32Array, { query, kind, department }: StaffFilter): Uint32Array {
  const { columns: { isDoctor, departmentOf, departments }, names } = index
  const words = folded(query).split(' ').filter((word) => word !== '')
  // A department's name is looked through once and not once for each of its members.
  const inDepartment = words.map((word) => index.departments.map((name) => name.includes(word)))
  if (words.length === 0 && kind === 'all' && department === null) return order
  const wanted = kind === 'all' ? undefined : Number(kind === 'doctors')
  return order.filter((row) => {
    const place = departmentOf[row]!
    return (wanted === undefined || isDoctor[row] === wanted)
      && (department === null || departments[place] === department)
      && words.every((word, at) => inDepartment[at]![place] || names[row]!.includes(word))
  })
}

/** The member in a row. */
export const memberAt = ({ ids, names, isDoctor, departmentOf, departments }: Columns, row: number): StaffMember =>
  ({ id: ids[row]!, name: names[row]!, isDoctor: isDoctor[row] === 1, department: departments[departmentOf[row]!]! })
