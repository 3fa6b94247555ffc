import { dayOfNumber, numberOfDay, type Day } from '@shared/domain/time'
import { doubts, LEFT_OUT, type Doubt, type PlannedSlots, type Preview } from '@shared/planner/preview'
import type { PlannedSlot } from '@renderer/services/planner'

/** What a person decided about single slots, by key: true to take it in, false to leave it out. It holds in later previews too. */
export type Choices = ReadonlyMap<string, boolean>

/** A kind of planned slots: those that are not there already, or that a doubt is about. */
export type RowKind = 'fresh' | Doubt

export const rowKinds = ['fresh', ...Object.keys(doubts)] as RowKind[]

/** How many slots there are of a kind, and how many of them are taken in. */
export interface KindCount { kind: RowKind, count: number, taken: number }

export const rowKey = ({ clinicIds, days, starts, ends }: Preview, row: number): string =>
  `${clinicIds[row]} ${days[row]} ${starts[row]} ${ends[row]}`

/** 1 for each row that is to be created. */
export function takenRows(preview: Preview, choices: Choices): Uint8Array {
  return Uint8Array.from(preview.doubts, (bits, row) => {
    const choice = choices.size > 0 ? choices.get(rowKey(preview, row)) : undefined
    return Number(choice ?? (bits & LEFT_OUT) === 0)
  })
}

/** Whether a slot with these doubts is of a kind. */
export const isOfKind = (bits: number, kind: RowKind): boolean => kind === 'fresh' ? (bits & doubts.already) === 0 : (bits & doubts[kind]) !== 0

/** Doubts by name, the weightiest first. */
export const doubtsIn = (bits: number): Doubt[] => (Object.keys(doubts) as Doubt[]).filter((doubt) => (bits & doubts[doubt]) !== 0)

/** The kinds that there are. The kind `fresh` is always told of. */
export function countKinds({ doubts: bits }: Preview, taken: Uint8Array): KindCount[] {
  const counts = new Map(rowKinds.map((kind) => [kind, { kind, count: 0, taken: 0 }]))
  bits.forEach((each, row) => {
    for (const kind of rowKinds) {
      if (!isOfKind(each, kind)) continue
      counts.get(kind)!.count += 1
      counts.get(kind)!.taken += taken[row]!
    }
  })
  return [...counts.values()].filter(({ kind, count }) => kind === 'fresh' || count > 0)
}

/** How many of the new ones something speaks against. */
export const doubtfulNew = ({ doubts: bits }: Preview): number =>
  bits.reduce((sum, each) => sum + Number(each !== 0 && isOfKind(each, 'fresh')), 0)

/** Clinics of a preview that are not among these. */
export const clinicsBeyond = ({ clinicIds }: Preview, known: readonly number[]): number[] =>
  [...new Set(clinicIds)].filter((id) => !known.includes(id))

/** The rows of a kind; all without one. */
export const rowsOfKind = ({ doubts: bits }: Preview, kind: RowKind | undefined): Int32Array =>
  Int32Array.from(bits.keys()).filter((row) => kind === undefined || isOfKind(bits[row]!, kind))

/** The choices when all of these rows are taken in, or left out. */
export function choosing(preview: Preview, choices: Choices, rows: Iterable<number>, isTaken: boolean): Choices {
  const next = new Map(choices)
  for (const row of rows) next.set(rowKey(preview, row), isTaken)
  return next
}

/** What a job creates: exactly the rows that are taken in. */
export function takenSlots({ clinicIds, days, starts, ends }: Preview, taken: Uint8Array): PlannedSlots {
  const of = (column: ArrayLike<number>) => Array.from(column).filter((_, row) => taken[row] === 1)
  return { clinicIds: of(clinicIds), days: of(days), starts: of(starts), ends: of(ends) }
}

/** The slots of a day that are taken in. Rows are in the order of their days. */
export function plannedOn({ clinicIds, days, starts, ends, doubts: bits }: Preview, taken: Uint8Array, day: Day): PlannedSlot[] {
  const number = numberOfDay(day)
  const found: PlannedSlot[] = []
  for (let row = firstFrom(days, number); row < days.length && days[row] === number; row += 1) {
    if (taken[row] === 1) found.push({ row, clinicId: clinicIds[row]!, start: starts[row]!, end: ends[row]!, isDoubtful: bits[row] !== 0 })
  }
  return found
}

/** The first row whose day is not before this one. */
function firstFrom(days: ArrayLike<number>, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The row's day. */
export const dayOfRow = ({ days }: Preview, row: number): Day => dayOfNumber(days[row]!)
