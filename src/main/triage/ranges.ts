/** First and last of a run of whole numbers. */
export type Range = [number, number]

/** Ids in runs: a hundred thousand that a database counted up are a handful. */
export function rangesOf(ids: Iterable<number>): Range[] {
  const ranges: Range[] = []
  for (const id of Int32Array.from(ids).sort()) {
    const last = ranges.at(-1)
    if (last && id <= last[1] + 1) last[1] = id
    else ranges.push([id, id])
  }
  return ranges
}

/** The ids of the runs; a run that is longer than any list of ours (a million) gives none. */
export function* idsIn(ranges: readonly Range[]): Generator<number> {
  for (const [first, last] of ranges) {
    if (last - first < 1_000_000) for (let id = first; id <= last; id++) yield id
  }
}
