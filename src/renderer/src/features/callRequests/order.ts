import type { CallRequests } from '@shared/domain/callRequest'

type Columns = Pick<CallRequests, 'ids' | 'days' | 'doctorOf'>

/** Row numbers of all requests, newest day first and on the same day the youngest request (highest id) first. */
export function newestFirst({ ids, days }: Pick<Columns, 'ids' | 'days'>): Uint32Array {
  return Uint32Array.from(ids.keys()).sort((a, b) => days[b]! - days[a]! || ids[b]! - ids[a]!)
}

/** The rows of `order` whose doctor passes; `passing` is by the doctor's index. */
export function ofDoctors({ doctorOf }: Pick<Columns, 'doctorOf'>, order: Uint32Array, passing: readonly boolean[]): Uint32Array {
  return passing.every(Boolean) ? order : order.filter((row) => passing[doctorOf[row]!])
}
