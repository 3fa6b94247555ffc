import type { Slots } from '@main/slots/slots'
import { slotsOn } from '@main/slots/slotTable'
import { numberOfDay } from '@shared/domain/time'
import type { Job } from '@main/outbox/shelf'

/**
 * What the lists say of a job: slots that it made and that are not there, and slots that are there once more than it made them, by
 * whomever and whenever: another desk may have published the same hours a moment before.
 */
export type Verified = NonNullable<Job['verified']>

/** Lists the clinics of a job again and compares. Null when they can not be read now. */
export async function verify({ items }: Pick<Job, 'items'>, slots: Pick<Slots, 'anew' | 'fetched' | 'flush'>): Promise<Verified | null> {
  const made = items.filter(({ state }) => state === 'made')
  const clinicIds = new Set(made.flatMap(({ create }) => create.kind === 'slot' ? [create.form.clinicId] : []))
  // What was put in is replaced by what the server lists.
  slots.flush()
  for (const clinicId of clinicIds) if (!await slots.anew(clinicId)) return null
  const own = new Set(made.map(({ id }) => id))
  const seen = new Set<string>()
  const found: Verified = { missing: 0, twice: 0 }
  for (const { create, id } of made) {
    if (create.kind !== 'slot') continue
    const { clinicId, date, start, end } = create.form
    const { ids, starts, ends } = slotsOn(slots.fetched(clinicId)!, numberOfDay(date))
    if (!ids.includes(id!)) found.missing += 1
    const key = JSON.stringify(create.form)
    if (seen.has(key)) continue
    seen.add(key)
    if (ids.some((other, row) => starts[row] === start && ends[row] === end && !own.has(other))) found.twice += 1
  }
  return found
}
