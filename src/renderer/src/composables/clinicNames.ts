import type { Clinic, Directory } from '@shared/domain/clinic'

/** What a clinic is called on screen. */
export interface NamedClinic {
  id: number
  name: string
  address: string
  doctors: string[]
  /** What tells it from another clinic of the same name: its address, its doctors, or its number. Empty when the name does. */
  hint: string
}

type Known = Pick<Directory, 'clinics'> & Partial<Pick<Directory, 'gone'>>

/**
 * The clinics of these ids, in this order, those that have vanished by their last name. Clinics that the directory does not know (yet)
 * are named by `unnamed`.
 */
export function clinicNames(ids: readonly number[], directory: Known | null, unnamed: (id: number) => string): NamedClinic[] {
  const all = [...directory?.clinics ?? [], ...directory?.gone ?? []]
  const known = new Map(all.map((clinic) => [clinic.id, clinic]))
  const namesakes = byName(all)
  return ids.map((id) => {
    const clinic = known.get(id)
    return clinic ? described(clinic, namesakes.get(nameKey(clinic))!) : { id, name: unnamed(id), address: '', doctors: [], hint: '' }
  })
}

/** The name and, where another clinic has the same name, what tells them apart: `City Clinic (12 Main Street)`. */
export const clinicLabel = ({ name, hint }: Pick<NamedClinic, 'name' | 'hint'>): string => hint ? `${name} (${hint})` : name

const nameKey = (clinic: Clinic) => clinic.name.trim().toLowerCase()

function byName(clinics: readonly Clinic[]): Map<string, Clinic[]> {
  const groups = new Map<string, Clinic[]>()
  for (const clinic of clinics) groups.set(nameKey(clinic), [...groups.get(nameKey(clinic)) ?? [], clinic])
  return groups
}

const doctorNames = (clinic: Clinic) => clinic.doctors.map((doctor) => doctor.name)

const described = (clinic: Clinic, namesakes: Clinic[]): NamedClinic =>
  ({ id: clinic.id, name: clinic.name, address: clinic.address, doctors: doctorNames(clinic), hint: hintOf(clinic, namesakes) })

function hintOf(clinic: Clinic, namesakes: Clinic[]): string {
  const others = namesakes.filter((other) => other.id !== clinic.id)
  if (others.length === 0) return ''
  const tells = (of: (clinic: Clinic) => string) => of(clinic) !== '' && others.every((other) => of(other) !== of(clinic))
  if (tells((one) => one.address.trim())) return clinic.address.trim()
  const doctors = (one: Clinic) => doctorNames(one).join(', ')
  return tells(doctors) ? doctors(clinic) : `#${clinic.id}`
}
