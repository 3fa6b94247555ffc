import type { CallRequests } from '@shared/domain/callRequest'
import { folded, wordsOf } from '@renderer/ui/folded'

type Columns = Pick<CallRequests, 'ids' | 'days' | 'doctorOf' | 'doctors'>

/** Row numbers of all requests, newest day first and on the same day the youngest request (highest id) first. */
export function newestFirst({ ids, days }: Columns): Uint32Array {
  return Uint32Array.from(ids.keys()).sort((a, b) => days[b]! - days[a]! || ids[b]! - ids[a]!)
}

/** The rows of `order` whose doctor's name contains every word of `query`. */
export function ofDoctor({ doctorOf, doctors }: Columns, order: Uint32Array, query: string): Uint32Array {
  const words = wordsOf(query)
  if (words.length === 0) return order
  const matches = doctors.map(({ name }) => {
    const text = folded(name)
    return words.every((word) => text.includes(word))
  })
  return order.filter((row) => matches[doctorOf[row]!])
}
