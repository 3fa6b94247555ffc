import type { OutboxEntry } from '@shared/domain/outbox'
import type { SlotForm } from '@shared/domain/slot'
import type { Day } from '@shared/domain/time'
import type { PlannedSlot } from '@renderer/services/planner'
import type { BoardColumn, ShownDay } from './boardDay'

/** How far a slot is that is not known to be published: only planned (`doubtful`: something speaks against it), or ordered. */
export type UnsettledState = 'planned' | 'doubtful' | 'waiting' | 'sending' | 'checking' | 'uncertain'

/** A slot among the published ones that is none. `id` is below zero, so that it is never a published slot's. */
export interface MarkedSlot extends SlotForm { id: number, state: UnsettledState }

/** A slot that the outbox has and the server is not known to have. */
export interface UnsettledSlot extends MarkedSlot { entry: OutboxEntry }

const ON_BOARD: readonly OutboxEntry['state'][] = ['waiting', 'sending', 'checking', 'uncertain']

/** The slots among the outbox's entries that belong on the board. `idOf` gives each key a number below zero, always the same. */
export function unsettledSlots(entries: readonly OutboxEntry[], idOf: (key: string) => number): UnsettledSlot[] {
  return entries.flatMap((entry) => {
    const { create, state, key } = entry
    if (create.kind !== 'slot' || !ON_BOARD.includes(state)) return []
    return [{ ...create.form, id: idOf(key), state: state as UnsettledState, entry }]
  })
}

/** Planned slots have ids of their own, far below those of the outbox. */
const PLANNED = -1_000_000

/** The planned slots of a day, as the board marks them, and the row of the preview that an id stands for. */
export const plannedSlots = (date: Day, slots: readonly PlannedSlot[]): MarkedSlot[] =>
  slots.map(({ row, clinicId, start, end, isDoubtful }) => ({
    id: PLANNED - row, clinicId, date, start, end, state: isDoubtful ? 'doubtful' : 'planned',
  }))
export const plannedRow = (id: number): number | undefined => id <= PLANNED ? PLANNED - id : undefined

/** The day with the slots of its date that are not published (yet), in their columns; the other columns stay the same objects. */
export function withUnsettled(day: ShownDay, slots: readonly (MarkedSlot | UnsettledSlot)[]): ShownDay {
  const columns = new Map(day.columns)
  for (const [clinicId, column] of columns) {
    const more = slots.filter((slot) => slot.clinicId === clinicId && slot.date === day.date && !hasArrived(slot, column))
    if (more.length > 0) columns.set(clinicId, mergedColumn(column, more))
  }
  return { date: day.date, columns }
}

/**
 * Whether what is being sent is among the published ones already: they are often told of it sooner than its order is. Where somebody
 * gave a reason, a like one was there before.
 */
function hasArrived(slot: MarkedSlot | UnsettledSlot, { slots: { starts, ends } }: BoardColumn): boolean {
  if (!('entry' in slot) || slot.state !== 'sending' || slot.entry.reason !== '') return false
  return starts.some((start, i) => start === slot.start && ends[i] === slot.end)
}

function mergedColumn({ slots, stamp }: BoardColumn, more: readonly MarkedSlot[]): BoardColumn {
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
