import type { CallRequestTable } from '@main/callRequests/callRequestTable'
import type { SlotTable } from '@main/slots/slotTable'
import type { StaffTable } from '@main/staff/staffTable'
import type { Change } from '@shared/domain/change'
import { addDays } from '@shared/domain/time'

type Turn = Change['turn']
/** A change before somebody noticed when. */
export type Difference = Change extends infer C ? C extends Change ? Omit<C, 'at'> : never : never

/** Days by number, both included. */
export interface Days { from: number, to: number }

interface Ids { ids: Int32Array }
type Place = number

/**
 * The places of rows that only one of two tables has. What is the same in both, which is nearly always nearly all of it, costs one
 * comparison: both are sorted alike, so that it lies before and after what differs.
 */
function apart({ ids: before }: Ids, { ids: after }: Ids): Record<Turn, Place[]> {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const missingIn = (other: Int32Array, ids: Int32Array) => {
    const known = new Set(other.subarray(head, other.length - tail))
    return Array.from(ids.subarray(head, ids.length - tail).keys(), (place) => head + place).filter((place) => !known.has(ids[place]!))
  }
  return { came: missingIn(before, after), went: missingIn(after, before) }
}

const dayText = (day: number) => addDays('1970-01-01', day)

function each<T extends Ids>(before: T, after: T, one: (table: T, place: Place, turn: Turn) => Difference[]): Difference[] {
  const { came, went } = apart(before, after)
  return [...came.flatMap((place) => one(after, place, 'came')), ...went.flatMap((place) => one(before, place, 'went'))]
}

/** Slots of one clinic on certain days that appeared or vanished. */
export function slotDifferences(clinicId: number, before: SlotTable, after: SlotTable, { from, to }: Days): Difference[] {
  const dayAt = ({ days, offsets }: SlotTable, place: Place) => days[offsets.findLastIndex((offset) => offset <= place)]!
  return each(before, after, (table, place, turn) => {
    const day = dayAt(table, place)
    if (day < from || day > to) return []
    const [id, start, end] = [table.ids[place]!, table.starts[place]!, table.ends[place]!]
    return [{ kind: 'slot', turn, id, clinicId, date: dayText(day), start, end }]
  })
}

/** Staff members who are new, and those who are gone. */
export const staffDifferences = (before: StaffTable, after: StaffTable): Difference[] =>
  each(before, after, ({ ids, names }, place, turn) => [{ kind: 'staffMember', turn, id: ids[place]!, name: names[place]! }])

/** Call requests that are new. None is ever said to be gone: nothing can delete one, and servers may list only the latest. */
export const callRequestDifferences = (before: CallRequestTable, after: CallRequestTable): Difference[] =>
  each(before, after, ({ ids, days, doctorOf, doctors }, place, turn) => turn === 'went'
    ? []
    : [{ kind: 'callRequest', turn, id: ids[place]!, doctor: doctors[doctorOf[place]!]!.name, date: dayText(days[place]!) }])
