import type { Times } from '@shared/texts/times'
import type { ColumnLayout } from './layout'
import type { UnsettledState } from './unsettledSlots'
import { itemRange, type Range } from './window'

/** How much a slot has room to say: only its bar; its start; start and end; its length beside or under them. */
type CellTier = 'bar' | 'start' | 'range' | 'length' | 'roomy'

/** One gridcell, ready to be drawn. */
export interface Cell {
  item: number
  /** `kind` and tier as class names. */
  look: string
  label: string
  text: string
  /** The slot's length in words, or how far it is when it is not known to be published, where there is room. */
  more: string
  style: string
}

/** Words of a column's cells. `suffix` follows the time: `, City Clinic, Monday, 23 November 2026`. */
export interface CellWords extends Times {
  suffix: string
  noSlot: (range: string) => string
  minutes: (count: number) => string
  unsettled: (state: UnsettledState) => string
  /** A time as written between text of the interface's direction. */
  written: (time: string) => string
}

export interface CellRoom {
  /** Pixels at the ordinary text size. */
  pixelsPerMinute: number
  /** Column width over the width that start and end take: more lanes than this have room for the start only. */
  rangesAbreast: number
}

/**
 * Cells of the items within a range of seconds, and the one that the keyboard is on (`active`, -1 for none), wherever it is.
 * `unsettled` are slots that are not known to be published, by index.
 */
export function cellsOf(
  layout: ColumnLayout, seconds: Range, active: number, words: CellWords, room: CellRoom, unsettled?: ReadonlyMap<number, UnsettledState>,
): Cell[] {
  const { from, to } = itemRange(layout, seconds)
  const cells: Cell[] = []
  const add = (item: number) => cells.push(cellOf(layout, item, words, room, unsettled?.get(layout.slotOf[item]!)))
  if (active >= 0 && active < from) add(active)
  for (let i = from; i < to; i++) add(i)
  if (active >= to && active < layout.starts.length) add(active)
  return cells
}

function cellOf(layout: ColumnLayout, item: number, words: CellWords, room: CellRoom, unsettled: UnsettledState | undefined): Cell {
  const start = layout.starts[item]!
  const end = layout.ends[item]!
  const lanes = layout.lanes[item]!
  const minutes = (end - start) / 60
  const range = words.range(start, end)
  const place = `--s:${start / 60};--d:${minutes}`
  if (layout.slotOf[item]! < 0) {
    return { item, look: 'cell stretch', label: words.noSlot(range) + words.suffix, text: '', more: '', style: place }
  }
  const tier = tierOf(minutes * room.pixelsPerMinute, lanes, room.rangesAbreast)
  // On one line with the time the length needs half of that line's width again.
  const isRoomy = tier === 'roomy' || (tier === 'length' && lanes * 1.5 <= room.rangesAbreast)
  const text = tier === 'bar' ? '' : tier === 'start' ? words.clock(start) : words.written(range)
  const cell = {
    item,
    look: `cell slot ${tier}`,
    label: range + words.suffix,
    text,
    more: isRoomy ? words.minutes(Math.round(minutes)) : '',
    style: lanes === 1 ? place : `${place};--l:${layout.lane[item]! / lanes};--w:${1 / lanes}`,
  }
  if (!unsettled) return cell
  const how = words.unsettled(unsettled)
  return {
    ...cell, look: `${cell.look} ${unsettled}`, label: `${cell.label}, ${how}`, text: unsettled === 'uncertain' && text ? `? ${text}` : text, more: isRoomy ? how : '',
  }
}

function tierOf(pixels: number, lanes: number, rangesAbreast: number): CellTier {
  if (pixels < 11 || lanes > rangesAbreast * 2.4) return 'bar'
  if (pixels < 14 || lanes > rangesAbreast) return 'start'
  if (pixels < 20) return 'range'
  return pixels < 44 ? 'length' : 'roomy'
}
