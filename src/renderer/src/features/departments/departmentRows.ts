import type { DepartmentList } from '@shared/domain/department'
import { folded, wordsOf } from '@renderer/ui/folded'
import type { TableSort } from '@renderer/ui/tableColumn'

export type DepartmentRow = DepartmentList['rows'][number]

/** What this desk has done and the list does not show yet: new names by id, and ids that are gone. */
export interface Doings { renamed: ReadonlyMap<number, string>, removed: ReadonlySet<number> }

/** The list as it is after what this desk has done. */
export const afterDoings = (rows: readonly DepartmentRow[], { renamed, removed }: Doings): DepartmentRow[] =>
  rows.filter(({ id }) => !removed.has(id)).map((row) => ({ ...row, name: renamed.get(row.id) ?? row.name }))

/** Rows whose name has every word of `query`, in the order of `sort`; equal ones by name, then by id. */
export function shownRows(rows: readonly DepartmentRow[], query: string, { column, descending }: TableSort, locale: string) {
  const words = wordsOf(query)
  const found = words.length === 0 ? [...rows] : rows.filter(({ name }) => {
    const text = folded(name)
    return words.every((word) => text.includes(word))
  })
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const byName = (one: DepartmentRow, other: DepartmentRow) => compare(one.name, other.name) || one.id - other.id
  const byColumn = (one: DepartmentRow, other: DepartmentRow) =>
    column === 'staff' || column === 'doctors' ? one[column] - other[column] : compare(one.name, other.name)
  const sign = descending ? -1 : 1
  return found.sort((one, other) => sign * byColumn(one, other) || byName(one, other))
}
