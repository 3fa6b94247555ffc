import type { Stamp } from '@shared/domain/stamp'
import type { AppError } from '@shared/errors'
import { feed, type Feed, type FeedDependencies, type Kept } from './feed'

/** One list of the server's for one session after the other. */
export interface ListFeed<T> {
  value: () => T
  stamp: () => Stamp
  /** Why it could not be fetched last time; null when it could. */
  failure: () => AppError | null
  /** Begins to fetch it when it was never fetched or more than a minute ago. */
  look: () => void
  /** Fetches it again. */
  refresh: () => void
  /** Fetches it again if somebody has looked since this was done last: a view that is open looks after each hint. */
  refreshIfLookedAt: () => void
  /** Sees to it that it is known, from less than a minute ago. False when it could not be fetched. */
  fresh: () => Promise<boolean>
  /** Fetches it from now on, whatever is under way already. False when it could not be fetched. */
  anew: () => Promise<boolean>
  /** See `Feed.amend`. */
  amend: (change: (value: T) => T) => void
  /** See `Feed.seed`. */
  seed: (kept: Kept<T>) => void
  /** Forgets everything, for another session; an answer that is still on its way is thrown away. */
  reset: () => void
}

/** @param onChange told of new data, or a new failure */
export function listFeed<T>({ onChange, ...dependencies }: FeedDependencies<T> & { onChange: () => void }): ListFeed<T> {
  let current = feed(dependencies)
  let isLookedAt = false

  async function telling<R>(task: (of: Feed<T>) => Promise<R>): Promise<R> {
    const of = current
    const result = await task(of)
    if (of === current) onChange()
    return result
  }
  const load = () => current.isLoading() ? current.load() : telling((of) => of.load())

  return {
    value: () => current.value(),
    stamp: () => current.stamp(),
    failure: () => current.stamp().failed,
    look() {
      isLookedAt = true
      if (current.isDue()) void load()
    },
    refresh() { void load() },
    refreshIfLookedAt() {
      if (isLookedAt) void load()
      isLookedAt = false
    },
    async fresh() {
      const of = current
      if (!of.isFresh()) await load()
      return of.isFresh()
    },
    anew: () => telling((of) => of.loadAnew()),
    amend(change) {
      current.amend(change)
      onChange()
    },
    seed(kept) {
      current.seed(kept)
      onChange()
    },
    reset() {
      current.close()
      current = feed(dependencies)
      isLookedAt = false
    },
  }
}
