/**
 * A clinic's published slots in columns, sorted by day, start, end and id. The slots of `days[i]` are those from `offsets[i]`
 * up to `offsets[i + 1]`; `starts`, `ends` and `ids` are equally long. Days are numbers (`numberOfDay`), times seconds since midnight.
 */
export interface SlotTable { days: Column, offsets: Column, starts: Column, ends: Column, ids: Column }
type Column = Int32Array<ArrayBuffer>

/** Slots in any order, in columns. */
export interface SlotColumns { days: number[], starts: number[], ends: number[], ids: number[] }

export const emptySlotTable: SlotTable = slotTable({ days: [], starts: [], ends: [], ids: [] })

/** Sorts and indexes slots by day. */
export function slotTable(columns: SlotColumns): SlotTable {
  const { days, starts, ends, ids } = columns
  // A plain array: its sort is nearly free on what a server already sends in order.
  const order = days.map((_, row) => row).sort((a, b) =>
    days[a]! - days[b]! || starts[a]! - starts[b]! || ends[a]! - ends[b]! || ids[a]! - ids[b]!)
  const firsts = order.flatMap((row, place) => place === 0 || days[row] !== days[order[place - 1]!] ? [place] : [])
  const sorted = (column: number[]) => Int32Array.from(order, (row) => column[row]!)
  return {
    days: Int32Array.from(firsts, (place) => days[order[place]!]!),
    offsets: Int32Array.from([...firsts, order.length]),
    starts: sorted(starts),
    ends: sorted(ends),
    ids: sorted(ids),
  }
}

/** One day's slots, copied out: a view would drag the whole history along when it is sent to another process. */
export function slotsOn(table: SlotTable, day: number): Pick<SlotTable, 'ids' | 'starts' | 'ends'> {
  const place = find(table.days, day)
  const [from, to] = place < 0 ? [0, 0] : [table.offsets[place]!, table.offsets[place + 1]!]
  return { ids: table.ids.slice(from, to), starts: table.starts.slice(from, to), ends: table.ends.slice(from, to) }
}

/** Where `wanted` stands in a sorted column, or -1. */
function find(sorted: Column, wanted: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (sorted[middle]! < wanted) from = middle + 1
    else to = middle
  }
  return sorted[from] === wanted ? from : -1
}
