import type { Triage } from '@shared/domain/triage'
import type { Ledger } from './ledger'
import type { LedgerRecord } from './records'

/** When each mark last changed, by revisions: with thousands of marks a page is told of the changed ones alone. */
export interface Revisions {
  note: (records: readonly LedgerRecord[]) => void
  /** The marks that changed after a revision; all of them without one, or when it is from before this began. */
  of: (ledger: Ledger, after: number | undefined) => Pick<Triage, 'marks' | 'revision' | 'partial'>
}

/** Begins to count. */
export function revisions(next: () => number): Revisions {
  const begun = next()
  let latest = begun
  const changed = new Map<number, number>()

  return {
    note(records) {
      const ids = records.flatMap(markedIn)
      if (ids.length === 0) return
      latest = next()
      // Put at the end: the map stays in the order of changes.
      for (const id of ids) {
        changed.delete(id)
        changed.set(id, latest)
      }
    },
    of({ marks }, after) {
      const partial = after !== undefined && after >= begun && after <= latest
      const ids = partial ? [...changed].filter(([, revision]) => revision > after).map(([id]) => id) : marks.keys()
      return { revision: latest, partial, marks: [...ids].flatMap((id) => marks.get(id) ?? []) }
    },
  }
}

/** Whose marks a record changes. */
function markedIn(record: LedgerRecord): number[] {
  if (record.kind === 'arrived') return record.requests.map(({ id }) => id)
  return record.kind === 'changed' ? record.changes.map(({ id }) => id) : []
}
