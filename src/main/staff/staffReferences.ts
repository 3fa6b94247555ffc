import type { CallRequests } from '@main/callRequests/callRequests'
import type { Rows } from '@main/http/api'
import type { FoundClinic } from '@main/directory/merge'
import type { Clock } from '@main/ports'
import type { Slots } from '@main/slots/slots'
import { countFrom } from '@main/slots/slotTable'
import type { StaffReferences } from '@shared/domain/staff'
import { numberOfDay, wallClock } from '@shared/domain/time'
import { AppFailure } from '@shared/errors'

interface Dependencies {
  callRequests: Pick<CallRequests, 'fresh' | 'of'>
  fetchClinics: (doctorId: number) => Promise<Rows<FoundClinic>>
  slots: Pick<Slots, 'update' | 'table' | 'isFresh'>
  clock: Clock
  /** IANA zone of the clinics' clock: whose today it is. */
  zone: () => string
}

/**
 * What refers to a staff member, from less than a minute ago: call requests, and a doctor's clinics with their slots from today on.
 * What could not be read makes the answer incomplete; it throws `AppFailure` only when nothing can be asked at all (signedOut).
 */
export const staffReferences = ({ callRequests, fetchClinics, slots, clock, zone }: Dependencies) =>
  async ({ id }: { id: number }): Promise<StaffReferences> => {
    const [isKnown, found] = await Promise.all([callRequests.fresh(), fetchClinics(id).catch(nothingUnlessSignedOut)])
    const clinics = found?.rows ?? []
    await slots.update(clinics.map((clinic) => clinic.id))
    const today = numberOfDay(wallClock(clock(), zone()).day)
    return {
      callRequests: callRequests.of(id).length,
      clinics: clinics.map((clinic) => {
        const table = slots.table(clinic.id)
        return { id: clinic.id, name: clinic.name, slots: table ? countFrom(table, today) : null }
      }),
      complete: isKnown && found !== undefined && clinics.every((clinic) => slots.isFresh(clinic.id)),
    }
  }

function nothingUnlessSignedOut(cause: unknown): undefined {
  if (cause instanceof AppFailure && cause.error.kind !== 'signedOut') return undefined
  throw cause
}
