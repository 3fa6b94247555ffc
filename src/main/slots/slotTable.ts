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
  const firsts: number[] = []
  for (let place = 0; place < order.length; place += 1) {
    if (place === 0 || days[order[place]!] !== days[order[place - 1]!]) firsts.push(place)
  }
  // `Int32Array.from` with a function takes five times as long.
  const sorted = (column: number[]) => {
    const values = new Int32Array(order.length)
    for (let place = 0; place < order.length; place += 1) values[place] = column[order[place]!]!
    return values
  }
  return {
    days: Int32Array.from(firsts, (place) => days[order[place]!]!),
    offsets: Int32Array.from([...firsts, order.length]),
    starts: sorted(starts),
    ends: sorted(ends),
    ids: sorted(ids),
  }
}

/** The slots of a table, in its order. By loops: to spread a typed array takes eight times as long. */
export function columnsOf(table: SlotTable): SlotColumns {
  const columns: SlotColumns = { days: [], starts: [], ends: [], ids: [] }
  for (let place = 0; place < table.days.length; place += 1) {
    for (let row = table.offsets[place]!; row < table.offsets[place + 1]!; row += 1) {
      columns.days.push(table.days[place]!)
      columns.starts.push(table.starts[row]!)
      columns.ends.push(table.ends[row]!)
      columns.ids.push(table.ids[row]!)
    }
  }
  return columns
}

/** The rows of a day: from `from` up to `to`, which are the same where it has none. */
export function rowsOn({ days, offsets }: SlotTable, day: number): { from: number, to: number } {
  const place = firstNotBefore(days, day)
  const from = offsets[place]!
  return { from, to: days[place] === day ? offsets[place + 1]! : from }
}

/** One day's slots, as views: whoever keeps them, or sends them to another process, copies them, or they drag the whole history along. */
export function slotsOn(table: SlotTable, day: number): Pick<SlotTable, 'ids' | 'starts' | 'ends'> {
  const { from, to } = rowsOn(table, day)
  return { ids: table.ids.subarray(from, to), starts: table.starts.subarray(from, to), ends: table.ends.subarray(from, to) }
}

/** One slot; `day` as in the table. */
export interface TableSlot { id: number, day: number, start: number, end: number }

/** The table with these slots in their places; those that are there already stay as they are, for a slot never changes. */
export function withSlots(table: SlotTable, slots: readonly TableSlot[]): SlotTable {
  const unknown = new Map(slots.filter(({ id }) => !table.ids.includes(id)).map((slot) => [slot.id, slot]))
  if (unknown.size === 0) return table
  const added = [...unknown.values()].sort((a, b) => a.day - b.day || a.start - b.start || a.end - b.end || a.id - b.id)
  const places = added.map((slot) => placeFor(table, slot))
  /** What lies between two of the new ones is copied in one piece. */
  const merged = (column: Column, values: number[]) => {
    const whole = new Int32Array(column.length + added.length)
    let read = 0
    values.forEach((value, index) => {
      whole.set(column.subarray(read, places[index]), read + index)
      read = places[index]!
      whole[read + index] = value
    })
    whole.set(column.subarray(read), read + values.length)
    return whole
  }
  return {
    ...indexWith(table, added),
    starts: merged(table.starts, added.map(({ start }) => start)),
    ends: merged(table.ends, added.map(({ end }) => end)),
    ids: merged(table.ids, added.map(({ id }) => id)),
  }
}

/** The row before which a slot belongs. */
function placeFor(table: SlotTable, { id, day, start, end }: TableSlot): number {
  const { from, to } = rowsOn(table, day)
  for (let row = from; row < to; row += 1) {
    if ((table.starts[row]! - start || table.ends[row]! - end || table.ids[row]! - id) > 0) return row
  }
  return to
}

/** Days and offsets with these slots. */
function indexWith({ days, offsets }: SlotTable, added: readonly TableSlot[]): Pick<SlotTable, 'days' | 'offsets'> {
  const counts = new Map<number, number>()
  days.forEach((day, place) => { counts.set(day, offsets[place + 1]! - offsets[place]!) })
  for (const { day } of added) counts.set(day, (counts.get(day) ?? 0) + 1)
  const all = Int32Array.from(counts.keys()).sort()
  let rows = 0
  return { days: all, offsets: Int32Array.from([0, ...Array.from(all, (day) => rows += counts.get(day)!)]) }
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
