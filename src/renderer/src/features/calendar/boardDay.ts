import type { BoardDay, DayColumn } from '@shared/domain/slot'
import type { Stamp } from '@shared/domain/stamp'
import type { Day } from '@shared/domain/time'
import type { SlotArrays } from './layout'
import type { UnsettledState } from './unsettledSlots'

/** What is known of one clinic's day. `slots` stays the same object as long as the slots are the same. */
export interface BoardColumn {
  slots: SlotArrays
  stamp: Stamp
  /** Slots among them that were sent and are not known to be published, by index. */
  unsettled?: ReadonlyMap<number, UnsettledState>
}

/** A day as shown, by clinic id. */
export interface ShownDay { date: Day, columns: ReadonlyMap<number, BoardColumn> }

/**
 * The shown day after an answer. Columns whose slots and stamp did not change stay the same objects, so that only the
 * changed ones are drawn again.
 */
export function mergedDay(shown: ShownDay | null, answer: BoardDay): ShownDay {
  const isUpdate = shown?.date === answer.date
  const columns = answer.columns.map((column): [number, BoardColumn] => {
    const before = shown?.columns.get(column.clinicId)
    // For the sake of the few columns that changed, the whole answer would be kept.
    const take = isUpdate ? copied : columnOf
    return [column.clinicId, before ? mergedColumn(before, column, take) : columnOf(column)]
  })
  return { date: answer.date, columns: new Map(columns) }
}

const columnOf = ({ ids, starts, ends, stamp }: DayColumn): BoardColumn => ({ slots: { ids, starts, ends }, stamp })

const copied = ({ ids, starts, ends, stamp }: DayColumn): BoardColumn =>
  ({ slots: { ids: ids.slice(), starts: starts.slice(), ends: ends.slice() }, stamp })

function mergedColumn(before: BoardColumn, next: DayColumn, take: typeof columnOf): BoardColumn {
  const same = equal(before.slots.ids, next.ids) && equal(before.slots.starts, next.starts) && equal(before.slots.ends, next.ends)
  if (!same) return take(next)
  return JSON.stringify(before.stamp) === JSON.stringify(next.stamp) ? before : { slots: before.slots, stamp: next.stamp }
}

const equal = (a: Int32Array, b: Int32Array) => a.length === b.length && a.every((value, index) => value === b[index])

/** Slots of a day in all columns; undefined while one of them is on its way with nothing to show. */
export function slotCount(day: ShownDay): number | undefined {
  const columns = [...day.columns.values()]
  if (columns.some((column) => columnState(column) === 'loading')) return undefined
  return columns.reduce((sum, column) => sum + column.slots.ids.length, 0)
}

/** How much of a column is known: `unknown` means that it failed with nothing kept to show. */
export function columnState(column: BoardColumn | undefined): 'loading' | 'unknown' | 'known' {
  if (column && column.stamp.fetchedAt !== null) return 'known'
  return column?.stamp.failed && !column.stamp.loading ? 'unknown' : 'loading'
}

/** Whether every column's data are there and none of them has a slot. */
export function isBare(day: ShownDay): boolean {
  return [...day.columns.values()].every((column) => columnState(column) === 'known' && column.slots.ids.length === 0)
}

/** Start of the first and end of the last slot in all columns, in seconds; undefined when there is no slot. */
export function usedHours(day: ShownDay): { from: number, to: number } | undefined {
  let from = Infinity
  let to = 0
  for (const { slots } of day.columns.values()) {
    if (slots.starts.length === 0) continue
    from = Math.min(from, slots.starts[0]!)
    to = slots.ends.reduce((latest, end) => Math.max(latest, end), to)
  }
  return to > 0 ? { from, to } : undefined
}
