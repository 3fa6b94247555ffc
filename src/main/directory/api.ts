import * as v from 'valibot'
import type { ClinicApi, Rows } from '@main/http/api'
import { idSchema } from '@shared/domain/basics'
import { AppFailure } from '@shared/errors'
import type { FoundClinic } from './merge'

// A clinic without an address can still be shown; without an id or a name it can not.
const rowSchema = v.object({ id: idSchema, name: v.string(), address: v.fallback(v.string(), '') })

/** The clinics of one doctor. Throws `AppFailure`. */
export const fetchClinics = (api: Pick<ClinicApi, 'list'>) => async (doctorId: number): Promise<Rows<FoundClinic>> => {
  try {
    return await api.list(`api/doctor-clinics/${doctorId}/`, rowSchema)
  } catch (cause) {
    // Servers of this kind say so of a doctor without clinics, and of one who left between two requests.
    if (cause instanceof AppFailure && cause.error.kind === 'notFound') return { rows: [], unusable: 0 }
    throw cause
  }
}
