import { oneLine } from '@main/alerts/words'
import type { Tongue } from '@main/tongue/tongue'
import type { Clinic } from '@shared/domain/clinic'

/** What clinics and doctors are called; a number where no name is known. */
export interface Names {
  clinic: (id: number) => string
  doctor: (id: number) => string
}

interface Sources {
  clinics: readonly Pick<Clinic, 'id' | 'name' | 'doctors'>[]
  /** Doctors that are known otherwise. */
  doctors: readonly { id: number, name: string }[]
}

/** See `Names`. */
export function namesOf({ clinics, doctors }: Sources, { texts, say }: Tongue): Names {
  const clinicNames = new Map(clinics.map(({ id, name }) => [id, oneLine(name)]))
  const doctorNames = new Map([...clinics.flatMap((clinic) => clinic.doctors), ...doctors].map(({ id, name }) => [id, oneLine(name)]))
  return {
    clinic: (id) => clinicNames.get(id) || say(texts.calendar.unnamed, { id }),
    doctor: (id) => doctorNames.get(id) || say(texts.callRequests.nameless, { id }),
  }
}
