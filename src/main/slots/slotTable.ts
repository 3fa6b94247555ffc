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

/** One slot; `day` as in the table. */
export interface TableSlot { id: number, day: number, start: number, end: number }

/** The table with these slots in their places; those that are there already stay as they are, for a slot never changes. */
export function withSlots(table: SlotTable, slots: readonly TableSlot[]): SlotTable {
  if (slots.length === 1) return withSlot(table, slots[0]!)
  const known = new Set(table.ids)
  const added = new Map(slots.filter(({ id }) => !known.has(id)).map((slot) => [slot.id, slot])).values()
  const columns: SlotColumns = { days: [], starts: [...table.starts], ends: [...table.ends], ids: [...table.ids] }
  table.days.forEach((day, place) => {
    for (let row = table.offsets[place]!; row < table.offsets[place + 1]!; row += 1) columns.days.push(day)
  })
  for (const { id, day, start, end } of added) {
    columns.ids.push(id)
    columns.days.push(day)
    columns.starts.push(start)
    columns.ends.push(end)
  }
  return slotTable(columns)
}

/** The table with this slot in its place; as it is when it is there already, for a slot never changes. */
export function withSlot(table: SlotTable, { id, day, start, end }: TableSlot): SlotTable {
  if (table.ids.includes(id)) return table
  const place = firstNotBefore(table.days, day)
  const isKnownDay = table.days[place] === day
  const from = table.offsets[place]!
  const onDay = slotsOn(table, day)
  const isLater = (other: number, row: number) => (onDay.starts[row]! - start || onDay.ends[row]! - end || other - id) > 0
  const later = onDay.ids.findIndex(isLater)
  const at = from + (later < 0 ? onDay.ids.length : later)
  const offsets = isKnownDay ? table.offsets : inserted(table.offsets, place, from)
  return {
    days: isKnownDay ? table.days : inserted(table.days, place, day),
    offsets: offsets.map((offset, index) => index > place ? offset + 1 : offset),
    starts: inserted(table.starts, at, start),
    ends: inserted(table.ends, at, end),
    ids: inserted(table.ids, at, id),
  }
}

/** The first `count` slots that start on `day` at `from` (seconds since midnight) or later, earliest first. */
export function slotsAfter(table: SlotTable, day: number, from: number, count: number): TableSlot[] {
  const found: TableSlot[] = []
  for (let place = firstNotBefore(table.days, day); place < table.days.length && found.length < count; place += 1) {
    const date = table.days[place]!
    for (let row = table.offsets[place]!; row < table.offsets[place + 1]! && found.length < count; row += 1) {
      if (date === day && table.starts[row]! < from) continue
      found.push({ id: table.ids[row]!, day: date, start: table.starts[row]!, end: table.ends[row]! })
    }
  }
  return found
}

/** How many slots there are on `day` and after it. */
export const countFrom = (table: SlotTable, day: number): number => table.ids.length - table.offsets[firstNotBefore(table.days, day)]!

/** Where `wanted` stands in a sorted column, or -1. */
function find(sorted: Column, wanted: number): number {
  const place = firstNotBefore(sorted, wanted)
  return sorted[place] === wanted ? place : -1
}

function firstNotBefore(sorted: Column, wanted: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (sorted[middle]! < wanted) from = middle + 1
    else to = middle
  }
  return from
}

function inserted(column: Column, at: number, value: number): Column {
  const longer = new Int32Array(column.length + 1)
  longer.set(column.subarray(0, at))
  longer[at] = value
  longer.set(column.subarray(at), at + 1)
  return longer
}
