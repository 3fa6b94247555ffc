import type { Read } from '@main/feed/reader'
import type { ClinicApi } from '@main/http/api'
import type { Doctor } from '@shared/domain/clinic'
import type { StaffTable } from './staffRows'

interface Dependencies { api: Pick<ClinicApi, 'pages'>, read: Read<StaffTable> }

/** The doctors among the staff, in the server's order, and how many rows of the staff list could not be used. Throws `AppFailure`. */
export const fetchDoctors = ({ api, read }: Dependencies) =>
  async (signal: AbortSignal): Promise<{ doctors: Doctor[], unusable: number }> => {
    const { value, unusable } = await read((take) => api.pages('api/hospitalstaff/', {}, take), { signal })
    return { doctors: doctorsOf(value), unusable }
  }

function doctorsOf({ ids, names, isDoctor, departmentOf, departments }: StaffTable): Doctor[] {
  const places = [...ids.keys()].filter((place) => isDoctor[place] === 1)
  return places.map((place) => ({ id: ids[place]!, name: names[place]!, department: departments[departmentOf[place]!]! }))
}
