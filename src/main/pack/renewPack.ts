import type { Clock, Press } from '@main/ports'
import type { ClinicDay } from '@main/sheets/clinicDay'
import type { Speaking } from '@main/tongue/tongue'
import type { PackFault } from '@shared/domain/pack'
import { addDays, wallClock, type Day } from '@shared/domain/time'
import type { PackChoice } from './packBook'
import { packContent } from './packContent'
import { packFaultOf, packNames, removePack, writePack } from './packFiles'

const DAYS = 3
/** The newest ones stay: the last may have been made in the minute in which everything went wrong. */
const KEPT = 3

export interface PackSources {
  /** The clinics on the board. */
  boardClinics: () => readonly number[]
  /** Fetches news of these clinics, as far as the server answers in good time. */
  renew: (clinicIds: readonly number[]) => Promise<void>
  /** What is known of these days. */
  days: (dates: readonly Day[], clinicIds: readonly number[]) => Promise<ClinicDay[]>
  press: Pick<Press, 'pdf'>
  clock: Clock
  zone: () => string
  speaking: Speaking
}

/** The packs that lie there now, and why there is no new one among them; null when there is. */
type Renewed = Pick<PackChoice, 'packs'> & { fault: PackFault | null }

/** Writes a pack, as long as it is still wanted then, and takes old ones away. Never throws. */
export async function renewPack(own: PackChoice, sources: PackSources, isStill: () => boolean): Promise<Renewed> {
  try {
    return await renewed(own, sources, isStill)
  } catch (cause) {
    return { packs: own.packs, fault: packFaultOf(cause) }
  }
}

async function renewed(own: PackChoice, sources: PackSources, isStill: () => boolean): Promise<Renewed> {
  const { boardClinics, renew, days, press, clock, zone, speaking } = sources
  const clinicIds = own.clinicIds ?? boardClinics()
  await renew(clinicIds)
  const made = clock()
  const today = wallClock(made, zone()).day
  const known = await days(Array.from({ length: DAYS }, (_, place) => addDays(today, place)), clinicIds)
  if (!known.some(({ stamp }) => stamp.fetchedAt !== null)) return { packs: own.packs, fault: 'noData' }
  const { pdf, csv } = await packContent(press, { days: known, made, zone: zone(), tongue: speaking() })
  if (!isStill()) return { packs: own.packs, fault: null }
  const names = packNames(made, zone())
  await writePack(own.folder, { [names.pdf]: pdf, [names.csv]: csv })
  return { packs: await withoutOld(own.folder, [...own.packs, { at: made, names: [names.pdf, names.csv] }]), fault: null }
}

/** What the disk did not let go is tried again the next time. */
async function withoutOld(folder: string, packs: PackChoice['packs']): Promise<PackChoice['packs']> {
  const stuck: PackChoice['packs'] = []
  for (const one of packs.slice(0, -KEPT)) if (!await removePack(folder, one.names)) stuck.push(one)
  return [...stuck, ...packs.slice(-KEPT)]
}
