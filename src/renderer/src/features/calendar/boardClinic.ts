import type { Clinic, Directory } from '@shared/domain/clinic'
import { clinicHues } from './clinicHue'

/** A clinic as a column shows it. */
export interface BoardClinic {
  id: number
  name: string
  address: string
  doctors: string[]
  /** What tells it from another clinic of the same name: its address, its doctors, or its number. Empty when the name does. */
  hint: string
  /** 1 to 12: its colour among the clinic colours. */
  hue: number
}

/**
 * The clinics of these ids, in this order. Clinics that the directory does not know (yet) are named by `unnamed`.
 * Objects of `before` are kept where nothing changed. `hues` are their colours by id.
 */
export function boardClinics(
  ids: readonly number[], directory: Directory | null, unnamed: (id: number) => string, before: readonly BoardClinic[] = [],
  hues: ReadonlyMap<number, number> = clinicHues(ids, new Map()),
): BoardClinic[] {
  const all = directory?.clinics ?? []
  const known = new Map(all.map((clinic) => [clinic.id, clinic]))
  const namesakes = byName(all)
  const previous = new Map(before.map((clinic) => [clinic.id, clinic]))
  return ids.map((id) => {
    const clinic = known.get(id)
    const words = clinic ? described(clinic, namesakes.get(nameKey(clinic))!) : { ...unknown, name: unnamed(id) }
    const next: BoardClinic = { id, ...words, hue: hues.get(id) ?? 1 }
    const old = previous.get(id)
    return old && JSON.stringify(old) === JSON.stringify(next) ? old : next
  })
}

/** The name and, where another clinic has the same name, what tells them apart: `City Clinic (12 Main Street)`. */
export const clinicLabel = (clinic: BoardClinic): string => clinic.hint ? `${clinic.name} (${clinic.hint})` : clinic.name

const nameKey = (clinic: Clinic) => clinic.name.trim().toLowerCase()

function byName(clinics: readonly Clinic[]): Map<string, Clinic[]> {
  const groups = new Map<string, Clinic[]>()
  for (const clinic of clinics) groups.set(nameKey(clinic), [...groups.get(nameKey(clinic)) ?? [], clinic])
  return groups
}

const doctorNames = (clinic: Clinic) => clinic.doctors.map((doctor) => doctor.name)

const described = (clinic: Clinic, namesakes: Clinic[]): Omit<BoardClinic, 'id' | 'hue'> =>
  ({ name: clinic.name, address: clinic.address, doctors: doctorNames(clinic), hint: hintOf(clinic, namesakes) })

const unknown: Omit<BoardClinic, 'id' | 'name' | 'hue'> = { address: '', doctors: [], hint: '' }

function hintOf(clinic: Clinic, namesakes: Clinic[]): string {
  const others = namesakes.filter((other) => other.id !== clinic.id)
  if (others.length === 0) return ''
  const tells = (of: (clinic: Clinic) => string) => of(clinic) !== '' && others.every((other) => of(other) !== of(clinic))
  if (tells((one) => one.address.trim())) return clinic.address.trim()
  const doctors = (one: Clinic) => doctorNames(one).join(', ')
  return tells(doctors) ? doctors(clinic) : `#${clinic.id}`
}
