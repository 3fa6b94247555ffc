import type { Directory } from '@shared/domain/clinic'
import { clinicNames, type NamedClinic } from '@renderer/composables/clinicNames'
import { clinicHues } from './clinicHue'

/** A clinic as a column shows it; `hue`, 1 to 12, is its colour among the clinic colours, `gone` says that it has vanished. */
export interface BoardClinic extends NamedClinic { hue: number, gone: boolean }

/**
 * The clinics of these ids, in this order. Clinics that the directory does not know (yet) are named by `unnamed`.
 * Objects of `before` are kept where nothing changed. `hues` are their colours by id.
 */
export function boardClinics(
  ids: readonly number[], directory: Directory | null, unnamed: (id: number) => string, before: readonly BoardClinic[] = [],
  hues: ReadonlyMap<number, number> = clinicHues(ids, new Map()),
): BoardClinic[] {
  const gone = new Set(directory?.gone.map(({ id }) => id))
  const previous = new Map(before.map((clinic) => [clinic.id, clinic]))
  return clinicNames(ids, directory, unnamed).map((clinic) => {
    const next: BoardClinic = { ...clinic, hue: hues.get(clinic.id) ?? 1, gone: gone.has(clinic.id) }
    const old = previous.get(clinic.id)
    return old && JSON.stringify(old) === JSON.stringify(next) ? old : next
  })
}
