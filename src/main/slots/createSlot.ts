import * as v from 'valibot'
import type { Creation } from '@main/outbox/creation'
import type { SlotForm } from '@shared/domain/slot'
import { DAY_SECONDS, numberOfDay, type Day } from '@shared/domain/time'
import { slotRows } from './slotRows'
import type { Slots } from './slots'
import { slotsOn, type TableSlot } from './slotTable'

/** How a slot is created. */
export const createSlot = ({ slots }: { slots: Slots }) => ({ clinicId, date, start, end }: SlotForm): Creation => ({
  naturalKey: JSON.stringify(['slot', clinicId, date, start, end]),
  async send(api) {
    const body = { date, start_time: timeText(start), end_time: timeText(end), clinic: clinicId }
    const slot = await api.create('api/create-appointment-slot/', body, slotRow(clinicId))
    const isAltered = slot.day !== numberOfDay(date) || slot.start !== start || slot.end !== end
    return { id: slot.id, isAltered, take: (isOneOfMany) => { slots.put(clinicId, slot, isOneOfMany) } }
  },
  fresh: () => slots.fresh(clinicId),
  anew: () => slots.anew(clinicId),
  failure: () => slots.failure(clinicId),
  alike: () => idsOn(slots, clinicId, date, (from, to) => from === start && to === end),
  near: () => idsOn(slots, clinicId, date, (from, to) => from < end && to > start),
})

function idsOn({ fetched }: Pick<Slots, 'fetched'>, clinicId: number, date: Day, fits: (start: number, end: number) => boolean): number[] {
  const known = fetched(clinicId)
  if (!known) return []
  const { ids, starts, ends } = slotsOn(known, numberOfDay(date))
  return [...ids.filter((_, row) => fits(starts[row]!, ends[row]!))]
}

/** Reads one slot as the list's rows are read. */
const slotRow = (clinicId: number) => v.pipe(v.unknown(), v.rawTransform(({ dataset, addIssue, NEVER }): TableSlot => {
  const rows = slotRows(clinicId)
  if (!rows.add(dataset.value)) {
    addIssue()
    return NEVER
  }
  const { ids, days, starts, ends } = rows.finish()
  return { id: ids[0]!, day: days[0]!, start: starts[0]!, end: ends[0]! }
}))

/** As the API's document writes times; the midnight that ends a day is 00:00:00. */
const timeText = (seconds: number) => {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return seconds === DAY_SECONDS ? '00:00:00' : parts.map((part) => String(part).padStart(2, '0')).join(':')
}
