import type { Event, Payload } from '@shared/ipc/contract'
import type { Cache } from './cache/cache'
import { shelves } from './cache/shelves'
import { callRequests } from './callRequests/callRequests'
import type { CallRequest } from './callRequests/callRequestTable'
import { createCallRequest } from './callRequests/createCallRequest'
import type { Noticing } from './changes/noticing'
import { createDepartment } from './departments/createDepartment'
import { departments } from './departments/departments'
import { fetchClinics } from './directory/api'
import { directory } from './directory/directory'
import { after } from './feed/after'
import type { Report } from './feed/appErrorOf'
import type { Reader } from './feed/reader'
import type { ClinicApi } from './http/api'
import type { Creations } from './outbox/creation'
import type { Clock } from './ports'
import type { Kinds } from './readerKinds'
import type { DeskAccount } from './secrets/accountDigest'
import { createSlot } from './slots/createSlot'
import { slots } from './slots/slots'
import { createStaffMember } from './staff/createStaffMember'
import { staff } from './staff/staff'
import { doctorsOf } from './staff/staffTable'
import type { Scope } from './sync/poller'

export type Push = <E extends Event>(event: E, ...payload: Payload<E> extends void ? [] : [Payload<E>]) => void

interface Dependencies {
  api: ClinicApi
  reader: Reader<Kinds>
  /** What is kept of the lists between starts. */
  cache: Cache
  /** Told of what changed on the server. */
  news: Noticing
  clock: Clock
  push: Push
  /** Told of a call request that was made at this desk, before it is on the list. */
  onCallRequestMade: (request: CallRequest) => void
  /** Reports a fault of the list named. */
  report: (list: string) => Report
}

/** What this computer knows of the server's lists, each fetched once for all who need it. */
export type Lists = ReturnType<typeof lists>

/** Wires the lists to each other: directory and departments follow the staff. */
export function lists({ api, reader, cache, news, clock, push, onCallRequestMade, report }: Dependencies) {
  const kept = shelves(cache)
  let takenUp: Promise<unknown> = Promise.resolve()
  const ready = async () => { await takenUp }
  const members = staff({
    api, read: reader.of('staff'), clock, report: report('staff'), keep: kept.staff.keep, ready, onRenewed: news.staff,
    onChange() {
      push('staff:changed')
      push('departments:changed')
      if (!members.stamp().cached) clinics.follow(doctorsOf(members.table()))
    },
  })
  const clinics = directory({
    fetchDoctors: members.doctors, fetchClinics: fetchClinics(api), clock, after, report: report('directory'), ready,
    onChange: () => { push('directory:changed') },
    // A clinic that vanished is remembered as long as slots of it are kept.
    keep: ({ value, ...when }) => {
      kept.directory.keep({ ...when, value: { ...value, gone: value.gone.filter(({ id }) => cache.table(id)) } })
    },
  })
  const units = departments({
    api, staff: members, clock, report: report('departments'), keep: kept.departments.keep, ready,
    onChange: () => { push('departments:changed') },
  })
  const board = slots({
    api, read: reader.of('slots'), clock, after, report: report('slots'),
    kept: cache, keepSlots: cache.keepSlots, isGone: clinics.isGone, onRenewed: news.slots,
    onChange: (clinicIds) => { push('slots:changed', { clinicIds }) },
  })
  const requests = callRequests({
    api, read: reader.of('callRequests'), clock, report: report('callRequests'), keep: kept.callRequests.keep, ready,
    onMade: onCallRequestMade, onRenewed: news.callRequests,
    onChange: () => { push('callRequests:changed') },
  })
  /** What is on screen first: the poller's passes begin with it. */
  const fetch = (scope: Scope) => {
    if (scope !== 'callRequests') {
      board.refreshVisible()
      clinics.refresh()
      clinics.renew(scope === 'all')
      members.refreshIfLookedAt()
      units.refreshIfLookedAt()
    }
    requests.refresh()
    // Doctors are found in the staff.
    if (scope === 'all') members.refresh()
  }
  return {
    staff: members, directory: clinics, departments: units, slots: board, callRequests: requests,
    fetch,
    /**
     * Forgets everything, for another session, and takes up what is kept of its account: null for nobody, and for the demo clinic,
     * which ends with the program.
     */
    reset(account: DeskAccount | null) {
      for (const list of [members, clinics, units, board, requests]) list.reset()
      cache.follow(account)
      void news.follow(account)
      const { staff, directory, departments, callRequests } = kept
      takenUp = Promise.all([staff.giveTo(members), directory.giveTo(clinics), departments.giveTo(units), callRequests.giveTo(requests)])
    },
  }
}

/** How each resource is created, and where what was made goes. */
export const creationsIn = ({ staff, departments, slots, callRequests }: Lists): Creations => ({
  slot: createSlot({ slots }),
  callRequest: createCallRequest({ callRequests, nameOf: (id) => doctorsOf(staff.table()).find((doctor) => doctor.id === id)?.name ?? '' }),
  staffMember: createStaffMember({ staff }),
  department: createDepartment({ departments }),
})
