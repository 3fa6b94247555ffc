import type { ColumnLayout } from './layout'
import { firstIndex } from './window'

/** Where the keyboard is. It lives in data, because the cell may not be in the document. */
export interface Place {
  column: number
  /** Index of the item in the column; -1 is the column's header. */
  item: number
  /** Seconds since midnight that sideways steps keep to, so that a long item on the way does not shift them. */
  time: number
}

export type Step = 'up' | 'down' | 'before' | 'after' | 'first' | 'last' | 'pageUp' | 'pageDown' | 'start' | 'end'

type BoardKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const steps: Record<string, Step | undefined> =
  { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last', PageUp: 'pageUp', PageDown: 'pageDown' }
const farSteps: Record<string, Step | undefined> = { Home: 'start', End: 'end' }

/** The step that a key means; `before` and `after` follow the reading direction. Undefined for keys that are not the board's. */
export function stepOfKey({ key, ctrlKey, metaKey, altKey, shiftKey }: BoardKey, rtl: boolean): Step | undefined {
  if (altKey || shiftKey) return undefined
  if (ctrlKey || metaKey) return farSteps[key]
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight'
  return sideways ? (key === 'ArrowRight') === rtl ? 'before' : 'after' : steps[key]
}

/**
 * The place one step away, or the same place at an edge. There is at least one column and each has at least one item.
 * `page` is what Page Up and Page Down move by, in seconds.
 */
export function moved(columns: readonly ColumnLayout[], place: Place, step: Step, page: number): Place {
  const last = columns.length - 1
  const items = columns[place.column]!
  const end = items.starts.length - 1
  switch (step) {
    case 'up': return at(columns, place.column, Math.max(-1, place.item - 1))
    case 'down': return at(columns, place.column, Math.min(end, place.item + 1))
    case 'first': return at(columns, place.column, 0)
    case 'last': return at(columns, place.column, end)
    case 'start': return at(columns, 0, 0)
    case 'end': return at(columns, last, columns[last]!.starts.length - 1)
    case 'before': return beside(columns, place, Math.max(0, place.column - 1))
    case 'after': return beside(columns, place, Math.min(last, place.column + 1))
    case 'pageUp': return paged(columns, place, -page)
    case 'pageDown': return paged(columns, place, page)
  }
}

/** Index of the item that runs at a time, else of the nearest; of several, the one that started last. */
export function itemAt(layout: ColumnLayout, time: number): number {
  const next = firstIndex(layout.starts.length, (i) => layout.starts[i]! > time)
  let nearest = -1
  for (let i = next - 1; i >= 0; i--) {
    if (layout.ends[i]! > time) return i
    if (nearest < 0 || layout.ends[i]! > layout.ends[nearest]!) nearest = i
    if (layout.reach[i]! <= time && layout.ends[nearest]! === layout.reach[i]!) break
  }
  if (nearest < 0) return next
  if (next === layout.starts.length) return nearest
  return layout.starts[next]! - time <= time - layout.ends[nearest]! ? next : nearest
}

function at(columns: readonly ColumnLayout[], column: number, item: number): Place {
  return { column, item, time: columns[column]!.starts[Math.max(0, item)]! }
}

function beside(columns: readonly ColumnLayout[], place: Place, column: number): Place {
  if (column === place.column) return place
  return { column, item: place.item < 0 ? -1 : itemAt(columns[column]!, place.time), time: place.time }
}

function paged(columns: readonly ColumnLayout[], place: Place, by: number): Place {
  const items = columns[place.column]!
  const end = items.starts.length - 1
  if (place.item < 0) return at(columns, place.column, by > 0 ? 0 : -1)
  const target = itemAt(items, Math.max(0, items.starts[place.item]! + by))
  const moves = by > 0 ? target > place.item : target < place.item
  return at(columns, place.column, moves ? target : Math.max(0, Math.min(end, place.item + Math.sign(by))))
}
