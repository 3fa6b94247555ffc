import type { Directory } from '@main/directory/directory'
import type { Clock } from '@main/ports'
import type { Clinic } from '@shared/domain/clinic'
import type { Stamp } from '@shared/domain/stamp'
import { wallClock, type Day } from '@shared/domain/time'
import { oldestStamp } from './oldestStamp'
import type { Slots } from './slots'
import type { SlotTable } from './slotTable'

/** Clinics that are looked through in one piece: some milliseconds. */
const IN_A_PIECE = 20

interface Dependencies {
  slots: Pick<Slots, 'table' | 'isWhole' | 'stamp' | 'look'>
  directory: Pick<Directory, 'known'>
  clock: Clock
  /** IANA zone of the clinics' clock. */
  zone: () => string
  breathe: () => Promise<void>
  /** Begins to read what is old of all clinics. */
  renew: () => void
  /** Sees to it that what was kept of all days is there. */
  recalled: () => Promise<void>
}

/** The clinics' clock at the walk's begin; seconds since midnight. */
interface Now { day: Day, seconds: number }

interface Walked {
  /** Clinics that were looked through. */
  clinics: number
  /** Clinics of which nothing is known yet. */
  unknown: number
  /** Of the oldest of them. */
  stamp: Stamp
}

/**
 * Looks through the slots of all wanted clinics of which something is known, with or without a network, and sees to it that more will be.
 * `visit` gets one clinic after the other, with its slots.
 */
export type ClinicWalk = (
  isWanted: (clinic: Clinic) => boolean,
  visit: (clinic: Clinic, table: SlotTable, now: Now) => void,
) => Promise<Walked>

/** See `ClinicWalk`. */
export function clinicWalk({ slots, directory, clock, zone, breathe, renew, recalled }: Dependencies): ClinicWalk {
  return async (isWanted, visit) => {
    renew()
    await recalled()
    const now = wallClock(clock(), zone())
    const wanted = directory.known().clinics.filter(isWanted)
    let unknown = 0
    for (const [index, clinic] of wanted.entries()) {
      if (index % IN_A_PIECE === IN_A_PIECE - 1) await breathe()
      const table = slots.table(clinic.id)
      if (table) visit(clinic, table, now)
      else unknown += 1
    }
    const stampOf = (clinicId: number) => slots.isWhole(clinicId)
      ? slots.stamp(clinicId)
      : slots.look({ date: now.day, clinicIds: [clinicId] }).columns[0]!.stamp
    return { clinics: wanted.length - unknown, unknown, stamp: oldestStamp(wanted.map(({ id }) => stampOf(id))) }
  }
}
