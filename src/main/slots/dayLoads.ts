import type { DayLoads, LoadQuery } from '@shared/domain/slot'
import { addDays, type Day } from '@shared/domain/time'
import type { Stamp } from '@shared/domain/stamp'
import { oldestStamp } from './oldestStamp'
import type { Slots } from './slots'

/** How much is known to be published on each of some days, in all of these clinics together. Nothing is fetched for it. */
export async function dayLoads({ from, days, clinicIds }: LoadQuery, slots: Pick<Slots, 'recall' | 'look'>): Promise<DayLoads> {
  const loads = { slots: new Int32Array(days), minutes: new Int32Array(days), unknown: new Int32Array(days) }
  const stamps = new Map<number, Stamp>()
  for (const [after, date] of datesFrom(from, days).entries()) {
    const query = { date, clinicIds }
    await slots.recall(query)
    for (const { clinicId, starts, ends, stamp } of slots.look(query).columns) {
      stamps.set(clinicId, stamp)
      if (stamp.fetchedAt === null) loads.unknown[after]! += 1
      loads.slots[after]! += starts.length
      loads.minutes[after]! += Math.round(ends.reduce((sum, end, row) => sum + end - starts[row]!, 0) / 60)
    }
  }
  return { from, ...loads, stamp: oldestStamp([...stamps.values()]) }
}

const datesFrom = (from: Day, days: number) => Array.from({ length: days }, (_, after) => addDays(from, after))
