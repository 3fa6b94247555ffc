import { untouched, withChange, type MarkChange, type RequestFacts, type RequestMark } from '@shared/domain/triage'
import { idsIn, rangesOf } from './ranges'
import type { LedgerRecord } from './records'

/** How long a request that left the server stays known: one that comes back within it is not new. */
export const GONE_MS = 30 * 86_400_000

/** What this desk knows of the call requests. Changed in place, by records alone. */
export interface Ledger {
  /** When this desk first looked; null before. */
  since: number | null
  /** On the server at the last look, or gone for less than 30 days. */
  known: Set<number>
  /** Of those that arrived here or were touched. */
  marks: Map<number, RequestMark>
  /** Of those that have a mark, and of gone ones. */
  facts: Map<number, RequestFacts>
  /** When each left the server. */
  gone: Map<number, number>
  /** How this person signs; '' before they said. */
  initials: string
}

export const emptyLedger = (): Ledger => ({ since: null, known: new Set(), marks: new Map(), facts: new Map(), gone: new Map(), initials: '' })

export const markOf = (ledger: Ledger, id: number): RequestMark => ledger.marks.get(id) ?? untouched(id)

/** The change that undoes one. */
export function undoing(mark: RequestMark, change: MarkChange): MarkChange {
  const next = withChange(mark, change)
  const fields = (Object.keys(mark) as (keyof RequestMark)[]).filter((field) => field === 'state' || next[field] !== mark[field])
  return Object.fromEntries(['id' as const, ...fields].map((field) => [field, mark[field]])) as MarkChange
}

/** Takes a record in. */
export function take(ledger: Ledger, record: LedgerRecord): void {
  takers[record.kind](ledger, record as never)
}

type Of<K> = Extract<LedgerRecord, { kind: K }>
const takers: { [K in LedgerRecord['kind']]: (ledger: Ledger, record: Of<K>) => void } = {
  whole(ledger, { since, known, marks, facts, gone, initials }) {
    Object.assign(ledger, emptyLedger(), { since, initials, known: new Set(idsIn(known)) })
    for (const mark of marks) ledger.marks.set(mark.id, mark)
    note(ledger, facts)
    for (const { at, ids } of gone) for (const id of idsIn(ids)) ledger.gone.set(id, at)
  },
  first(ledger, { at, ids }) {
    ledger.since = at
    for (const id of idsIn(ids)) ledger.known.add(id)
  },
  arrived(ledger, { at, own, requests }) {
    note(ledger, requests)
    for (const { id } of requests) {
      ledger.known.add(id)
      ledger.marks.set(id, { ...untouched(id), state: own ? 'seen' : 'new', firstSeenAt: at })
    }
  },
  left(ledger, { at, ids, requests }) {
    note(ledger, requests)
    for (const id of idsIn(ids)) ledger.gone.set(id, at)
  },
  back(ledger, { ids }) {
    for (const id of idsIn(ids)) ledger.gone.delete(id)
  },
  changed(ledger, { changes, requests }) {
    note(ledger, requests)
    for (const change of changes) ledger.marks.set(change.id, withChange(markOf(ledger, change.id), change))
  },
  signed(ledger, { initials }) { ledger.initials = initials },
}

function note({ facts }: Ledger, requests: readonly RequestFacts[]): void {
  for (const request of requests) facts.set(request.id, request)
}

/** Forgets what has been gone for 30 days. Whether there was any. */
export function expire(ledger: Ledger, now: number): boolean {
  const old = [...ledger.gone].filter(([, at]) => now - at >= GONE_MS)
  for (const [id] of old) for (const part of [ledger.known, ledger.marks, ledger.facts, ledger.gone]) part.delete(id)
  return old.length > 0
}

/** The ledger as one record. */
export const wholeOf = ({ since, known, marks, facts, gone, initials }: Ledger, at: number): Of<'whole'> => ({
  kind: 'whole', at, since, initials,
  known: rangesOf(known),
  marks: [...marks.values()],
  facts: [...facts.values()],
  gone: [...new Set(gone.values())].map((at) => ({ at, ids: rangesOf([...gone].filter(([, when]) => when === at).map(([id]) => id)) })),
})

/** How many on the server are new. */
export function unseenIn({ marks, gone }: Ledger): number {
  let count = 0
  for (const { id, state } of marks.values()) if (state === 'new' && !gone.has(id)) count += 1
  return count
}
