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

/** The places of rows that only one of two tables has. What is the same in both, which is nearly always all of it, costs one comparison. */
function apart(before: Ids, after: Ids): Record<Turn, Place[]> {
  if (before.ids.length === after.ids.length && before.ids.every((id, place) => id === after.ids[place])) return { came: [], went: [] }
  const missingIn = (other: Ids, { ids }: Ids) => {
    const known = new Set(other.ids)
    return [...ids.keys()].filter((place) => !known.has(ids[place]!))
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
