import type { Columns } from './staffIndex'

export type StaffColumn = 'name' | 'kind' | 'department'
export interface StaffSort {
  column: StaffColumn
  descending: boolean
}

/** All rows in the order of one column; rows that are equal in it by name, then by id. `locale` decides the order of letters. */
export function staffOrder(columns: Columns, { column, descending }: StaffSort, locale: string): Uint32Array {
  const { ids, isDoctor, departmentOf } = columns
  const names = ranks(columns.names, locale)
  const departments = column === 'department' ? ranks(columns.departments, locale) : undefined
  // Doctors come first: whoever sorts by kind is looking for them.
  const first = (row: number) => column === 'name' ? names[row]! : departments ? departments[departmentOf[row]!]! : 1 - isDoctor[row]!
  const sign = descending ? -1 : 1
  return Uint32Array.from(ids.keys()).sort((a, b) => sign * (first(a) - first(b)) || names[a]! - names[b]! || ids[a]! - ids[b]!)
}

/** The rank of each text among them; equal texts have equal ranks. */
function ranks(texts: readonly string[], locale: string): Int32Array {
  const { compare } = new Intl.Collator(locale)
  const order = Uint32Array.from(texts.keys()).sort((a, b) => compare(texts[a]!, texts[b]!))
  const ranks = new Int32Array(texts.length)
  for (let at = 1; at < order.length; at++) {
    const [row, before] = [order[at]!, order[at - 1]!]
    ranks[row] = ranks[before]! + Number(compare(texts[before]!, texts[row]!) !== 0)
  }
  return ranks
}
