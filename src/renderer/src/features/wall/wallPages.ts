/** Rows of a screen: as many as fit, and the others on further pages of as even a length as may be. */
export function pagesOf<Row>(rows: readonly Row[], fitting: number): Row[][] {
  const most = Math.max(1, Math.floor(fitting))
  const count = Math.max(1, Math.ceil(rows.length / most))
  const each = Math.ceil(rows.length / count)
  return Array.from({ length: count }, (_, page) => rows.slice(page * each, (page + 1) * each))
}
