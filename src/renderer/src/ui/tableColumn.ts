export interface TableColumn {
  key: string
  label: string
  /** A track of a CSS grid: `minmax(12rem, 2fr)`. */
  width: string
  sortable?: boolean
  /** Numbers stand at the end of their column. */
  numeric?: boolean
}

export interface TableSort { column: string, descending: boolean }

/** What a press on a column's heading leads to: first ascending, then descending. */
export const nextSort = (sort: TableSort | undefined, column: string): TableSort =>
  ({ column, descending: sort?.column === column && !sort.descending })
