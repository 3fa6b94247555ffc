import type { Directory } from '@main/directory/directory'
import type { Clock } from '@main/ports'
import type { Clinic } from '@shared/domain/clinic'
import type { NextSlots, NextSlotsQuery, SlotCheck, SlotForm } from '@shared/domain/slot'
import { dayOfNumber, numberOfDay, wallClock } from '@shared/domain/time'
import { checkElsewhere, checkOwn, isPast, type OtherClinic } from './slotCheck'
import type { Slots } from './slots'
import { emptySlotTable, slotsAfter, slotsOn } from './slotTable'

interface Dependencies {
  slots: Pick<Slots, 'update' | 'table' | 'isFresh' | 'isWhole'>
  directory: Pick<Directory, 'read'>
  clock: Clock
  /** IANA zone of the clinics' clock. */
  zone: () => string
}

/** Questions about published slots. */
export interface SlotQuestions {
  /** What a slot would meet, before it is published. Fetches what is older than a minute first. */
  check: (slot: SlotForm) => Promise<SlotCheck>
  /** The next published slots of clinics; waits for clinics of which nothing is known. */
  next: (query: NextSlotsQuery) => Promise<NextSlots>
}

/** See `SlotQuestions`. */
export function slotQuestions({ slots, directory, clock, zone }: Dependencies): SlotQuestions {
  async function check(slot: SlotForm): Promise<SlotCheck> {
    const { clinics, stamp, failures } = directory.read()
    const own = clinics.find(({ id }) => id === slot.clinicId)
    const others = own ? othersOf(own, clinics) : []
    const asked = [slot.clinicId, ...others.map(({ clinicId }) => clinicId)]
    await slots.update(asked)
    const day = numberOfDay(slot.date)
    const of = (clinicId: number) => slotsOn(slots.table(clinicId) ?? emptySlotTable, day)
    const isWhole = own !== undefined && stamp.fetchedAt !== null && !stamp.loading && failures.length === 0
    return {
      ...checkOwn(slot, of(slot.clinicId)),
      elsewhere: checkElsewhere(slot, others.map((other) => ({ ...other, slots: of(other.clinicId) }))),
      past: isPast(slot, wallClock(clock(), zone())),
      complete: isWhole && asked.every(slots.isFresh),
    }
  }

  async function next({ clinicIds, date, from, count }: NextSlotsQuery): Promise<NextSlots> {
    await slots.update(clinicIds.filter((id) => !slots.table(id)))
    void slots.update(clinicIds)
    const found = clinicIds.flatMap((clinicId) =>
      slotsAfter(slots.table(clinicId) ?? emptySlotTable, numberOfDay(date), from, count).map((slot) => ({ clinicId, ...slot })))
    const earliest = found.sort((a, b) => a.day - b.day || a.start - b.start || a.end - b.end || a.id - b.id).slice(0, count)
    return {
      slots: earliest.map(({ id, clinicId, day, start, end }) => ({ id, clinicId, date: dayOfNumber(day), start, end })),
      complete: clinicIds.every(slots.isWhole),
    }
  }

  return { check, next }
}

/** The other clinics of a clinic's doctors, once for each doctor. Certain is only what concerns clinics with that one doctor alone. */
const othersOf = (own: Clinic, clinics: readonly Clinic[]): Omit<OtherClinic, 'slots'>[] => own.doctors.flatMap((doctor) =>
  clinics.filter(({ id, doctors }) => id !== own.id && doctors.some((each) => each.id === doctor.id)).map(({ id, name, doctors }) => ({
    clinicId: id, clinic: name, doctor: doctor.name, certain: own.doctors.length === 1 && doctors.length === 1,
  })))
