import type { Lists } from '@main/lists'
import type { Stamp } from '@shared/domain/stamp'
import type { SyncPart } from '@shared/domain/sync'

/** The lists with their stamps: the clinics on the board first, in its order. Reading them fetches nothing. */
export function partsOf({ slots, callRequests, staff, departments, directory }: Lists): SyncPart[] {
  const { clinics, stamp, failures } = directory.known()
  const names = new Map(clinics.map(({ id, name }) => [id, name]))
  // Clinics are asked for doctor by doctor: one that failed makes the whole list incomplete.
  const found: Stamp = { ...stamp, failed: stamp.failed ?? failures[0]?.error ?? null }
  const whole = (resource: SyncPart['resource'], of: Stamp): SyncPart => ({ resource, clinicId: null, name: '', stamp: of })
  return [
    ...slots.onBoard().map(({ clinicId, stamp }): SyncPart => ({ resource: 'slots', clinicId, name: names.get(clinicId) ?? '', stamp })),
    whole('callRequests', callRequests.stamp()),
    whole('staff', staff.stamp()),
    whole('departments', departments.stamp()),
    whole('directory', found),
  ]
}
