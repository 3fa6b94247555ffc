import type { CallRequestTable } from '@main/callRequests/callRequestTable'
import type { RequestFacts } from '@shared/domain/triage'
import type { Ledger } from './ledger'
import { rangesOf } from './ranges'
import type { LedgerRecord } from './records'

/** Of more that left at once, only the ids are written down. */
const TOLD = 500

/** What is known of a row of the list. */
export const factsAt = ({ ids, days, doctorOf, doctors }: CallRequestTable, row: number): RequestFacts =>
  ({ id: ids[row]!, day: days[row]!, doctor: doctors[doctorOf[row]!]! })

/** What is known of one request; undefined when it is not on the list. */
export function factsOf(table: CallRequestTable, id: number): RequestFacts | undefined {
  const row = table.ids.indexOf(id)
  return row < 0 ? undefined : factsAt(table, row)
}

/** Whether a request may be one that this desk is making: nobody knows yet. */
export type MayBeOwn = (request: RequestFacts) => boolean

/**
 * What a good answer says that the ledger does not know yet, as records. `before` is the list of the answer before, as far as there
 * was one: it names those that left. What may be this desk's own stays unknown until that is settled.
 */
export function compare(
  ledger: Ledger, table: CallRequestTable, before: CallRequestTable, at: number, mayBeOwn: MayBeOwn,
): LedgerRecord[] {
  if (ledger.since === null) return [{ kind: 'first', at, ids: rangesOf(table.ids) }]
  const present = new Set(table.ids)
  const requests: RequestFacts[] = []
  table.ids.forEach((id, row) => {
    if (!ledger.known.has(id) && !mayBeOwn(factsAt(table, row))) requests.push(factsAt(table, row))
  })
  const left = [...ledger.known].filter((id) => !present.has(id) && !ledger.gone.has(id))
  const back = [...ledger.gone.keys()].filter((id) => present.has(id))
  return [
    ...requests.length > 0 ? [{ kind: 'arrived' as const, at, own: false, requests }] : [],
    ...left.length > 0 ? [{ kind: 'left' as const, at, ids: rangesOf(left), requests: told(ledger, before, left) }] : [],
    ...back.length > 0 ? [{ kind: 'back' as const, ids: rangesOf(back) }] : [],
  ]
}

const told = ({ facts }: Ledger, before: CallRequestTable, left: readonly number[]): RequestFacts[] =>
  left.slice(-TOLD).flatMap((id) => facts.has(id) ? [] : factsOf(before, id) ?? [])
