import type { Clock } from '@main/ports'
import type { Stamp } from '@shared/domain/stamp'
import type { AppError } from '@shared/errors'
import { appErrorOf, type Report } from './appErrorOf'
import type { Reading } from './reader'

/** Data older than this are fetched again when somebody looks at them. */
const FRESH_MS = 60_000

export interface FeedDependencies<T> {
  /** Shown until the first good answer. */
  empty: T
  /** `signal` is aborted when nobody wants the answer any more. */
  fetch: (signal: AbortSignal) => Promise<Reading<T>>
  clock: Clock
  report: Report
}

/** One list of the server's: its last good answer, fetched again and again. */
export interface Feed<T> {
  value: () => T
  stamp: () => Stamp
  isLoading: () => boolean
  /** Never fetched, fetched (or tried) too long ago, or expired; and not under way. */
  isDue: () => boolean
  /** Whether a good answer came less than a minute ago. */
  isFresh: () => boolean
  /** Makes it due. */
  expire: () => void
  /** Fetches it, once at a time. Never throws: a failure stands in the stamp and leaves the last good answer. */
  load: () => Promise<void>
  /** Fetches it after what is under way, which was asked too early to tell of what has just happened. Whether it was fetched. */
  loadAnew: () => Promise<boolean>
  /**
   * Changes what is known, and what a fetch under way will bring, for that may have been asked before the change.
   * `change` may be called twice. Nothing happens while nothing is known.
   */
  amend: (change: (value: T) => T) => void
  /** Gives up the fetch that is under way; its answer is thrown away. */
  close: () => void
}

/** A list that nobody has fetched yet. */
export function feed<T>({ empty, fetch, clock, report }: FeedDependencies<T>): Feed<T> {
  const closing = new AbortController()
  let value = empty
  let good: { fetchedAt: number | null, unusable: number } = { fetchedAt: null, unusable: 0 }
  let failed: AppError | null = null
  let triedAt: number | null = null
  let running: Promise<void> | null = null
  let amendments: ((value: T) => T)[] = []

  async function run() {
    try {
      const reading = await fetch(closing.signal)
      value = amendments.reduce((amended, change) => change(amended), reading.value)
      good = { fetchedAt: clock(), unusable: reading.unusable }
      failed = null
    } catch (cause) {
      if (!closing.signal.aborted) failed = appErrorOf(cause, report)
    }
    amendments = []
    triedAt = clock()
  }

  const load = () => running ??= run().finally(() => { running = null })

  return {
    value: () => value,
    stamp: () => ({ ...good, cached: false, loading: running !== null, failed }),
    isLoading: () => running !== null,
    isDue: () => running === null && (triedAt === null || clock() - triedAt >= FRESH_MS),
    isFresh: () => good.fetchedAt !== null && clock() - good.fetchedAt < FRESH_MS,
    expire() { triedAt = null },
    load,
    async loadAnew() {
      await running
      await load()
      return failed === null && !closing.signal.aborted
    },
    amend(change) {
      if (running !== null) amendments.push(change)
      if (good.fetchedAt !== null) value = change(value)
    },
    close() { closing.abort() },
  }
}
