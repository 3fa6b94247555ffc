import { json } from './answers'
import { dateField, idField, validated } from './fields'
import { doctorOf, insert, type CallRequest, type Hospital } from './hospital'
import type { ListAnswer, RowSource } from './paging'
import { requestData } from './requestData'
import type { View } from './view'

/** Call requests: the list names the doctor as an object, the creation as an id. */
export const callRequestRoutes = (hospital: Hospital, list: ListAnswer): Record<string, View> => ({
  'api/hospital-call-requests/': {
    name: 'Hospital Call Request List',
    methods: {
      GET: (call) => list(call, callRequestRows(hospital)),
      POST: async ({ request }) => {
        const values = validated(await requestData(request), {
          request_date: { read: dateField },
          doctor: { read: idField((id) => doctorOf(hospital, id)) },
        })
        const { id, day, doctorId } = insert(hospital.callRequests, { day: values.request_date, doctorId: values.doctor.id })
        return json(201, { id, request_date: day, doctor: doctorId })
      },
    },
  },
})

/** Each doctor's JSON is written once for a list: there are up to 100,000 requests and far fewer doctors. */
function callRequestRows({ callRequests, staff }: Hospital): RowSource {
  const rows = [...callRequests.rows.values()]
  const doctors = new Map<number, string>()
  const doctor = (id: number) => {
    const text = doctors.get(id) ?? JSON.stringify({ id, name: staff.rows.get(id)?.name })
    doctors.set(id, text)
    return text
  }
  const written = ({ id, day, doctorId }: CallRequest) => `{"id":${id},"request_date":"${day}","doctor":${doctor(doctorId)}}`
  return { count: rows.length, text: (from, to) => rows.slice(from, to).map(written).join(',') }
}
