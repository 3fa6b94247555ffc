import { DAY_SECONDS } from '@shared/domain/time'
import type { SlotTable } from '@main/slots/slotTable'

/** Stretches of time by their starts and by their ends, each column sorted for itself. Seconds since 1970 on the wall clock. */
export interface Spans { starts: Float64Array, ends: Float64Array }

/** Slots in columns of one length, in any order; days as numbers. */
export interface Rows { days: ArrayLike<number>, starts: ArrayLike<number>, ends: ArrayLike<number> }

export function spansOf({ days, starts, ends }: Rows): Spans {
  const at = (column: ArrayLike<number>) => Float64Array.from(days, (day, row) => day * DAY_SECONDS + column[row]!).sort()
  return { starts: at(starts), ends: at(ends) }
}

/** The slots of a table from one day up to another, both included. */
export function tableRows({ days, offsets, starts, ends }: SlotTable, first: number, last: number): Rows {
  const [from, to] = [placeOf(days, first), placeOf(days, last + 1)]
  const [begin, end] = [offsets[from]!, offsets[to]!]
  const dayOf = new Int32Array(end - begin)
  for (let place = from; place < to; place += 1) dayOf.fill(days[place]!, offsets[place]! - begin, offsets[place + 1]! - begin)
  return { days: dayOf, starts: starts.subarray(begin, end), ends: ends.subarray(begin, end) }
}

/** All spans as one. */
export function together(all: readonly Spans[]): Spans {
  const joined = (pick: (spans: Spans) => Float64Array) => {
    const column = new Float64Array(all.reduce((sum, spans) => sum + pick(spans).length, 0))
    let at = 0
    for (const spans of all) {
      column.set(pick(spans), at)
      at += pick(spans).length
    }
    return column.sort()
  }
  return { starts: joined(({ starts }) => starts), ends: joined(({ ends }) => ends) }
}

/**
 * How many of the spans share time with `start`–`end`: those that begin before its end, but for those that have ended by its start.
 * Each of these is one look into a sorted column, so the spans may overlap one another as they like.
 */
export const overlapping = ({ starts, ends }: Spans, start: number, end: number): number =>
  placeOf(starts, end) - placeOf(ends, start, true)

/** The place of the first value that is not below `wanted`; with `after`, of the first above it. */
function placeOf(sorted: ArrayLike<number>, wanted: number, after = false): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (sorted[middle]! < wanted || (after && sorted[middle] === wanted)) from = middle + 1
    else to = middle
  }
  return from
}
