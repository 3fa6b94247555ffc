import { DAY_SECONDS } from '@shared/domain/time'

/** Start and end of each stretch, in seconds since midnight; both arrays are equally long. */
export interface Stretches { starts: number[], ends: number[] }

/** Clock texts have minutes: a shorter stretch would read "09:20 – 09:20". */
const SHORTEST = 60

/**
 * The stretches of a day in which no slot runs, in order.
 * `starts` and `ends` are a column's slots in seconds since midnight, sorted by start; overlapping slots are fine.
 * Stretches shorter than a minute are left out.
 */
export function stretchesOf(starts: ArrayLike<number>, ends: ArrayLike<number>): Stretches {
  const found: Stretches = { starts: [], ends: [] }
  const add = (start: number, end: number) => {
    if (end - start < SHORTEST) return
    found.starts.push(start)
    found.ends.push(end)
  }
  let reached = 0
  for (let i = 0; i < starts.length; i++) {
    add(reached, starts[i]!)
    reached = Math.max(reached, ends[i]!)
  }
  add(reached, DAY_SECONDS)
  return found
}
