import * as v from 'valibot'
import { isInt32 } from '@main/feed/isInt32'
import { memo } from '@main/feed/memo'
import type { RowReader } from '@main/feed/reader'
import { daySchema } from '@shared/domain/basics'
import { numberOfDay } from '@shared/domain/time'
import type { CallRequestTable } from './callRequestTable'

const id = v.custom<number>(isInt32)

/**
 * A call request as the API writes it: the list names the doctor; a request just made holds only the doctor's id, and some servers
 * list it that way too.
 */
export const callRequestFields = v.object({ id, request_date: daySchema, doctor: v.union([v.object({ id, name: v.string() }), id]) })

/** Both shapes of a call request's doctor as one; a doctor known by id only is called ''. */
export const doctorIn = ({ doctor }: v.InferOutput<typeof callRequestFields>): { id: number, name: string } =>
  typeof doctor === 'number' ? { id: doctor, name: '' } : doctor

/** Reads the rows of the call requests, in the server's order. Of two rows with one id the later counts. */
export function callRequestRows(): RowReader<CallRequestTable> {
  const requests = new Map<number, { day: number, doctor: number }>()
  const doctors = new Map<number, { place: number, name: string }>()
  const dayOf = memo(numberOfDay)

  return {
    add(row) {
      if (!v.is(callRequestFields, row)) return false
      const doctor = doctorIn(row)
      const known = doctors.get(doctor.id) ?? { place: doctors.size, name: '' }
      doctors.set(doctor.id, { place: known.place, name: doctor.name || known.name })
      requests.set(row.id, { day: dayOf(row.request_date), doctor: known.place })
      return true
    },
    finish() {
      const rows = [...requests.values()]
      return {
        ids: Int32Array.from(requests.keys()),
        days: Int32Array.from(rows, ({ day }) => day),
        doctorOf: Int32Array.from(rows, ({ doctor }) => doctor),
        doctors: Array.from(doctors, ([id, { name }]) => ({ id, name })),
      }
    },
  }
}
