import type { Creation } from '@main/outbox/creation'
import { numberOfDay, type Day } from '@shared/domain/time'
import { callRequestFields, doctorIn } from './callRequestRows'
import type { CallRequests } from './callRequests'

interface Dependencies {
  callRequests: CallRequests
  /** A doctor's name, as far as known; '' otherwise. The answer to a create holds the doctor's id only. */
  nameOf: (doctorId: number) => string
}

interface Form { doctorId: number, date: Day }

/** How a call request is created. */
export const createCallRequest = ({ callRequests, nameOf }: Dependencies) => ({ doctorId, date }: Form): Creation => ({
  naturalKey: JSON.stringify(['callRequest', doctorId, date]),
  async send(api) {
    const row = await api.create('api/hospital-call-requests/', { request_date: date, doctor: doctorId }, callRequestFields)
    const { id, name } = doctorIn(row)
    const request = { id: row.id, day: numberOfDay(row.request_date), doctor: { id, name: name || nameOf(id) } }
    return { id: row.id, take: () => { callRequests.put(request) } }
  },
  fresh: callRequests.fresh,
  anew: callRequests.anew,
  failure: callRequests.failure,
  alike: () => callRequests.of(doctorId, date),
  near: () => callRequests.of(doctorId, date),
})
