import { rowsOn, slotsOn, type SlotTable } from '@main/slots/slotTable'
import { sizeOfDay, type StoredDay, type StoredSlots } from './daySegment'

/** The kept days of all clinics, as they are on the disk or on their way there. */
export interface Picture {
  days: ReadonlyMap<number, StoredDay>
  /** Takes a day that was read from the disk. */
  put: (day: number, stored: StoredDay) => void
  drop: (day: number) => void
  /** Takes a clinic's slots of these days; returns the days that are not what they were. */
  take: (clinicId: number, table: SlotTable, of: { days: readonly number[], fetchedAt: number }) => number[]
  /** A clinic's slots of all kept days; undefined when none of them is known. */
  table: (clinicId: number) => SlotTable | undefined
  /** The number of the last day of which a clinic's slots are known. */
  lastDay: (clinicId: number) => number
  /** Bytes by day. */
  sizes: () => Map<number, number>
}

/** An empty one. */
export function picture(): Picture {
  const days = new Map<number, StoredDay>()
  const tables = new Map<number, SlotTable | undefined>()

  return {
    days,
    put(day, stored) {
      days.set(day, stored)
      tables.clear()
    },
    drop(day) {
      days.delete(day)
      tables.clear()
    },
    take(clinicId, table, { days: wanted, fetchedAt }) {
      tables.delete(clinicId)
      return wanted.filter((day) => {
        const stored = days.get(day) ?? new Map<number, StoredSlots>()
        const before = stored.get(clinicId)
        if (before && isSame(before, table, rowsOn(table, day))) return false
        const { ids, starts, ends } = slotsOn(table, day)
        days.set(day, stored.set(clinicId, { fetchedAt, ids: ids.slice(), starts: starts.slice(), ends: ends.slice() }))
        return true
      })
    },
    table(clinicId) {
      if (!tables.has(clinicId)) tables.set(clinicId, tableOf(clinicId, days))
      return tables.get(clinicId)
    },
    lastDay: (clinicId) => [...days].reduce((last, [day, stored]) => stored.has(clinicId) ? Math.max(last, day) : last, -Infinity),
    sizes: () => new Map([...days].map(([day, stored]) => [day, sizeOfDay(stored)])),
  }
}

/** Compared where they lie: a clinic's days are looked through after each answer, and hardly one has changed. */
function isSame({ ids, starts, ends }: StoredSlots, table: SlotTable, { from, to }: { from: number, to: number }): boolean {
  if (ids.length !== to - from) return false
  for (let place = 0, row = from; row < to; place += 1, row += 1) {
    if (ids[place] !== table.ids[row] || starts[place] !== table.starts[row] || ends[place] !== table.ends[row]) return false
  }
  return true
}

function tableOf(clinicId: number, all: ReadonlyMap<number, StoredDay>): SlotTable | undefined {
  const known = [...all].flatMap(([day, stored]) => {
    const slots = stored.get(clinicId)
    return slots ? [{ day, slots }] : []
  }).sort((a, b) => a.day - b.day)
  if (known.length === 0) return undefined
  const filled = known.filter(({ slots }) => slots.ids.length > 0)
  const offsets = new Int32Array(filled.length + 1)
  filled.forEach(({ slots }, place) => { offsets[place + 1] = offsets[place]! + slots.ids.length })
  const joined = (column: 'ids' | 'starts' | 'ends') => {
    const whole = new Int32Array(offsets[filled.length]!)
    filled.forEach(({ slots }, place) => { whole.set(slots[column], offsets[place]) })
    return whole
  }
  return { days: Int32Array.from(filled, ({ day }) => day), offsets, starts: joined('starts'), ends: joined('ends'), ids: joined('ids') }
}
