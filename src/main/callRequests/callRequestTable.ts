import type { CallRequests } from '@shared/domain/callRequest'

/** Call requests in columns, without their stamp. Never changed in place. */
export type CallRequestTable = Omit<CallRequests, 'stamp'>

/** A single one; `day` as in `numberOfDay`. */
export interface CallRequest { id: number, day: number, doctor: { id: number, name: string } }

const none = new Int32Array()
export const emptyCallRequests: CallRequestTable = { ids: none, days: none, doctorOf: none, doctors: [] }

/** The table with this call request at its end; as it is when it is there already. A doctor's name that is known stays. */
export function withCallRequest(table: CallRequestTable, { id, day, doctor }: CallRequest): CallRequestTable {
  if (table.ids.includes(id)) return table
  const known = table.doctors.findIndex((each) => each.id === doctor.id)
  return {
    ids: appended(table.ids, id),
    days: appended(table.days, day),
    doctorOf: appended(table.doctorOf, known < 0 ? table.doctors.length : known),
    doctors: known < 0 ? [...table.doctors, doctor] : table.doctors,
  }
}

/** Ids of the call requests of a doctor, of one day or of all. */
export function callRequestsOf({ ids, days, doctorOf, doctors }: CallRequestTable, doctorId: number, day?: number): number[] {
  const doctor = doctors.findIndex(({ id }) => id === doctorId)
  return [...ids.filter((_, place) => doctorOf[place] === doctor && (day === undefined || days[place] === day))]
}

function appended(column: Int32Array, value: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(column.length + 1)
  longer.set(column)
  longer[column.length] = value
  return longer
}
