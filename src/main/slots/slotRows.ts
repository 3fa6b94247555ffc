import { isInt32 } from '@main/feed/isInt32'
import { memo } from '@main/feed/memo'
import type { RowReader } from '@main/feed/reader'
import { DAY_SECONDS, isDay, numberOfDay, secondsOf } from '@shared/domain/time'
import { columnsOf, slotTable, withSlots, type SlotColumns, type SlotTable } from './slotTable'

/**
 * Reads the rows of one clinic's slots: `{ id, date, start_time, end_time, clinic }`. An end of `00:00` is the midnight that ends the day.
 * Not usable: a field that is missing or mistyped, a day or time that does not exist, an end not later than its start (the API has
 * no slot across midnight), another clinic's row. Of two rows with one id the later counts.
 *
 * Checked by hand and not by a schema: a clinic's history has up to 105,000 rows, and 25 clinics are fetched at once.
 */
export function slotRows(clinicId: number): RowReader<SlotTable> {
  let known: SlotTable | undefined
  let columns: SlotColumns = { days: [], starts: [], ends: [], ids: [] }
  let placeOf = places(columns.ids)
  const dayOf = memo((text) => isDay(text) ? numberOfDay(text) : undefined)
  const timeOf = memo(secondsOf)

  function put(id: number, slot: { day: number, start: number, end: number }) {
    const place = placeOf(id)
    columns.ids[place] = id
    columns.days[place] = slot.day
    columns.starts[place] = slot.start
    columns.ends[place] = slot.end
  }

  function time({ date, start_time: from, end_time: to }: Fields) {
    if (typeof date !== 'string' || typeof from !== 'string' || typeof to !== 'string') return undefined
    const [day, start, end] = [dayOf(date), timeOf(from), endOf(timeOf(from), timeOf(to))]
    return day === undefined || start === undefined || end === undefined || end <= start ? undefined : { day, start, end }
  }

  return {
    add(row) {
      if (typeof row !== 'object' || row === null) return false
      const { id, clinic } = row as Fields
      const slot = isInt32(id) && clinic === clinicId && time(row as Fields)
      if (!slot) return false
      put(id, slot)
      return true
    },
    finish() {
      if (!known) return slotTable(columns)
      const added = slotsIn(columns)
      const table = withSlots(known, added)
      if (table.ids.length === known.ids.length + added.length) return table
      // Some were known by their ids, and may have become others.
      columns = columnsOf(known)
      placeOf = places(columns.ids)
      for (const { id, ...slot } of added) put(id, slot)
      return slotTable(columns)
    },
    goOn(from) { known = from },
  }
}

const slotsIn = ({ days, starts, ends, ids }: SlotColumns) =>
  ids.map((id, place) => ({ id, day: days[place]!, start: starts[place]!, end: ends[place]! }))

/**
 * Where each id goes among `ids`: its own place if it is there, else the next one. While ids only rise, as they do in most lists, none
 * can be there, and nothing has to be remembered.
 */
function places(ids: readonly number[]): (id: number) => number {
  let known: Map<number, number> | undefined
  let highest = ids.reduce((most, id) => Math.max(most, id), -Infinity)
  return (id) => {
    if (id > highest) {
      highest = id
      known?.set(id, ids.length)
      return ids.length
    }
    known ??= new Map(ids.map((each, place) => [each, place]))
    const place = known.get(id) ?? ids.length
    known.set(id, place)
    return place
  }
}

type Fields = Record<string, unknown>

/** An end of 0 is the day's end, except for `00:00` to `00:00`: that slot may be empty or last all day, nobody knows. */
const endOf = (start: number | undefined, end: number | undefined) => end === 0 && start !== 0 ? DAY_SECONDS : end
