import { slotsOn, type SlotTable } from '@main/slots/slotTable'
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
        const slots = slotsOn(table, day)
        const before = stored.get(clinicId)
        if (before && isSame(before, slots)) return false
        days.set(day, stored.set(clinicId, { fetchedAt, ...slots }))
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

const isSame = (one: StoredSlots, other: Pick<SlotTable, 'ids' | 'starts' | 'ends'>) =>
  isEqual(one.ids, other.ids) && isEqual(one.starts, other.starts) && isEqual(one.ends, other.ends)

// As bytes: one comparison of memory.
const isEqual = (one: Int32Array, other: Int32Array) => Buffer.compare(bytesOf(one), bytesOf(other)) === 0
const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array) => Buffer.from(buffer, byteOffset, byteLength)

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
