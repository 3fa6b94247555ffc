/** More rows of one part nobody reads. */
const MOST = 100

/** As many rows as are read, and how many there are beyond. */
export const cut = (rows: string[][]): { rows: string[][], more: number } =>
  ({ rows: rows.slice(0, MOST), more: Math.max(0, rows.length - MOST) })
