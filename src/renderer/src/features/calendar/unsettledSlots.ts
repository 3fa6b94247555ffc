import type { OutboxEntry } from '@shared/domain/outbox'
import type { SlotForm } from '@shared/domain/slot'
import type { BoardColumn, ShownDay } from './boardDay'

/** How far a slot is that was ordered and is not known to be published. */
export type UnsettledState = 'waiting' | 'sending' | 'checking' | 'uncertain'
const SHOWN: readonly string[] = ['waiting', 'sending', 'checking', 'uncertain'] satisfies UnsettledState[]

/** A slot that was sent and is not known to be published. `id` is below zero, so that it is never a published slot's. */
export interface UnsettledSlot extends SlotForm { id: number, state: UnsettledState, entry: OutboxEntry }

/** The slots among the outbox's entries that belong on the board. `idOf` gives each key a number below zero, always the same. */
export function unsettledSlots(entries: readonly OutboxEntry[], idOf: (key: string) => number): UnsettledSlot[] {
  return entries.flatMap((entry) => {
    const { create, state, key } = entry
    if (create.kind !== 'slot' || !SHOWN.includes(state)) return []
    return [{ ...create.form, id: idOf(key), state: state as UnsettledState, entry }]
  })
}

/** The day with the slots of its date that are not settled, in their columns; the other columns stay the same objects. */
export function withUnsettled(day: ShownDay, slots: readonly UnsettledSlot[]): ShownDay {
  const columns = new Map(day.columns)
  for (const [clinicId, column] of columns) {
    const more = slots.filter((slot) => slot.clinicId === clinicId && slot.date === day.date)
    if (more.length > 0) columns.set(clinicId, mergedColumn(column, more))
  }
  return { date: day.date, columns }
}

function mergedColumn({ slots, stamp }: BoardColumn, more: readonly UnsettledSlot[]): BoardColumn {
  const published = Array.from(slots.ids, (id, i) => ({ id, start: slots.starts[i]!, end: slots.ends[i]!, state: undefined }))
  const rows = [...published, ...more].sort((a, b) => a.start - b.start || a.end - b.end || a.id - b.id)
  return {
    slots: {
      ids: Int32Array.from(rows, ({ id }) => id),
      starts: Int32Array.from(rows, ({ start }) => start),
      ends: Int32Array.from(rows, ({ end }) => end),
    },
    stamp,
    unsettled: new Map(rows.flatMap(({ state }, i) => state ? [[i, state] as const] : [])),
  }
}
