import type { Lists } from '@main/lists'
import type { Tongue } from '@main/tongue/tongue'
import type { Clinic } from '@shared/domain/clinic'
import type { DayColumn } from '@shared/domain/slot'
import type { Stamp } from '@shared/domain/stamp'
import type { Day } from '@shared/domain/time'

/** What is known of one clinic's day: what every document is made of. */
export interface ClinicDay {
  clinic: Pick<Clinic, 'id' | 'name' | 'doctors'> & { address?: string }
  date: Day
  /** Published slots in seconds since midnight, earliest first. */
  slots: { id: number, start: number, end: number }[]
  /** Where they come from; nothing is known where `fetchedAt` is null. */
  stamp: Stamp
  /** The clinic has vanished from the server. */
  isGone: boolean
}

type Known = Pick<Lists, 'slots' | 'directory'>
interface Wanted { dates: readonly Day[], clinicIds: readonly number[], tongue: Tongue }

/** What is known of these days in these clinics, day by day. Nothing is fetched for it. */
export async function clinicDays({ slots, directory }: Known, { dates, clinicIds, tongue }: Wanted): Promise<ClinicDay[]> {
  const { clinics, gone } = directory.known()
  const byId = new Map([...gone, ...clinics].map((clinic) => [clinic.id, clinic]))
  const days: ClinicDay[] = []
  for (const date of dates) {
    const query = { date, clinicIds: [...clinicIds] }
    await slots.recall(query)
    for (const column of slots.look(query).columns) {
      const { clinicId: id, stamp } = column
      const clinic = byId.get(id) ?? { id, name: tongue.say(tongue.texts.calendar.unnamed, { id }), doctors: [] }
      days.push({ clinic, date, slots: slotsIn(column), stamp, isGone: gone.some((one) => one.id === id) })
    }
  }
  return days
}

const slotsIn = ({ ids, starts, ends }: DayColumn) => Array.from(ids, (id, place) => ({ id, start: starts[place]!, end: ends[place]! }))
