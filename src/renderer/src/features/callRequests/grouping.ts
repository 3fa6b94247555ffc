/** What the list is put together by. */
export const groupings = ['none', 'doctor', 'department', 'age'] as const
export type Grouping = (typeof groupings)[number]

export interface Group<K> {
  key: K
  count: number
  /** Its heading's place among the entries. */
  start: number
}

/** Rows and headings as they stand under each other: an entry is a row's number, or -1 - g for the heading of group g. */
export interface Grouped<K> { entries: Int32Array, groups: readonly Group<K>[] }

/** Puts rows of one key together, the groups in the order of `compare`; within a group the rows keep theirs. No groups without `keyOf`. */
export function grouped<K>(rows: Uint32Array, keyOf: ((row: number) => K) | undefined, compare: (one: K, other: K) => number): Grouped<K> {
  if (!keyOf) return { entries: Int32Array.from(rows), groups: [] }
  const members = new Map<K, number[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const found = members.get(key)
    if (found) found.push(row)
    else members.set(key, [row])
  }
  const entries = new Int32Array(rows.length + members.size)
  let end = 0
  const groups = [...members].sort(([one], [other]) => compare(one, other)).map(([key, own], place) => {
    const start = end
    entries[start] = -1 - place
    entries.set(own, start + 1)
    end = start + 1 + own.length
    return { key, count: own.length, start }
  })
  return { entries, groups }
}

/** The next place of a row from `place` on, in steps of 1 or -1; undefined when there is none. */
export function rowFrom(entries: Int32Array, place: number, step: 1 | -1): number | undefined {
  for (let at = place; at >= 0 && at < entries.length; at += step) if (entries[at]! >= 0) return at
  return undefined
}
