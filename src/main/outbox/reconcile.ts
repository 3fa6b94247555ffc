/** What a list says about a create whose answer was lost. */
export type Verdict = { state: 'made', id: number } | { state: 'notMade' } | { state: 'uncertain' }

interface Evidence {
  /** Ids of the rows with its natural key just before it was sent; null when they could not be read. */
  before: readonly number[] | null
  /** Ids of the rows with its natural key now. */
  now: readonly number[]
  /** Ids that are known to come from other creates of this desk. */
  claimed: ReadonlySet<number>
}

/**
 * Compares what was there with what is there. The API has no key for a create and names no author, so a single new row
 * with the same natural key is taken for ours, and of several nobody can say which one is.
 */
export function reconcile({ before, now, claimed }: Evidence): Verdict {
  const candidates = [...new Set(now)].filter((id) => !claimed.has(id) && !before?.includes(id))
  const [id] = candidates
  if (id === undefined) return { state: 'notMade' }
  return before !== null && candidates.length === 1 ? { state: 'made', id } : { state: 'uncertain' }
}
