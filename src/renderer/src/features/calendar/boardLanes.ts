import { DAY_SECONDS, numberOfDay, type Day } from '@shared/domain/time'
import type { BoardClinic } from './boardClinic'
import { columnState, type ShownDay } from './boardDay'
import { layoutColumn, type ColumnLayout, type SlotArrays } from './layout'
import type { BoardLane } from './useRoving'

const layouts = new WeakMap<SlotArrays, ColumnLayout>()

/** A column without data is one item over the whole day, which says why. */
const silent: ColumnLayout = {
  slotOf: Int32Array.of(-1), starts: Int32Array.of(0), ends: Int32Array.of(DAY_SECONDS),
  lane: Int32Array.of(0), lanes: Int32Array.of(1), reach: Int32Array.of(DAY_SECONDS),
}

/** Each clinic's column of a day with its layout. Slots that stay the same object are laid out once. */
export function boardLanes(clinics: readonly BoardClinic[], day: ShownDay | null): BoardLane[] {
  return clinics.map((clinic) => {
    const column = day?.columns.get(clinic.id)
    return { key: clinic.id, clinic, date: day?.date ?? '', column, layout: column && columnState(column) === 'known' ? layoutOf(column.slots) : silent }
  })
}

/** The days of one clinic, each a column. A day of which nothing is known yet is a column all the same. */
export function weekLanes(clinic: BoardClinic, dates: readonly Day[], days: readonly ShownDay[]): BoardLane[] {
  return dates.map((date) => {
    const [lane] = boardLanes([clinic], days.find((day) => day.date === date) ?? null)
    return { ...lane!, key: numberOfDay(date), date }
  })
}

function layoutOf(slots: SlotArrays): ColumnLayout {
  let layout = layouts.get(slots)
  if (!layout) layouts.set(slots, layout = layoutColumn(slots))
  return layout
}
