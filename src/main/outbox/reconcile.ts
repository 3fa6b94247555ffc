/** What a list says about a create whose answer was lost; `candidates` are rows that may be it. */
export type Verdict = { state: 'made', id: number } | { state: 'notMade' } | { state: 'uncertain', candidates: number[] }

interface Evidence {
  /** Ids of the rows that could be taken for it just before it was sent; null when they could not be read. */
  before: readonly number[] | null
  /** Ids of the rows with its natural key now. */
  now: readonly number[]
  /** Ids of the rows now that could be it if the server writes what it gets in another way: those with its natural key are among them. */
  near: readonly number[]
  /** Ids that are known to come from other creates of this desk. */
  claimed: ReadonlySet<number>
}

/**
 * Compares what was there with what is there. The API has no key for a create and names no author, so a single new row
 * with the same natural key is taken for ours, and of several nobody can say which one is; nor of one that is only like it.
 */
export function reconcile({ before, now, near, claimed }: Evidence): Verdict {
  const open = (ids: readonly number[]) => [...new Set(ids)].filter((id) => !claimed.has(id) && !before?.includes(id))
  const [same, like] = [open(now), open(near)]
  if (same.length === 1 && before !== null) return { state: 'made', id: same[0]! }
  const candidates = same.length > 0 ? same : like
  return candidates.length === 0 ? { state: 'notMade' } : { state: 'uncertain', candidates }
}
