import type { Validator } from '@main/http/validator'
import type { Clock } from '@main/ports'
import type { Stamp } from '@shared/domain/stamp'
import type { AppError } from '@shared/errors'
import { appErrorOf, type Report } from './appErrorOf'
import type { Reading } from './reader'

/** Data older than this are fetched again when somebody looks at them. */
const FRESH_MS = 60_000

/** A good answer as it is kept for the next start: when it was fetched (epoch milliseconds), and how many rows could not be used. */
export interface Kept<T> { value: T, fetchedAt: number, unusable: number }

/** A whole answer, and what to ask by the next time. */
export interface Fetched<T> extends Reading<T> { validator?: Validator | null }

export interface FeedDependencies<T> {
  /** Shown until the first good answer. */
  empty: T
  /**
   * `signal` is aborted when nobody wants the answer any more. `known` is the validator of the last good answer: the server may say by
   * it that nothing has changed since. `before` is what that answer was read into.
   */
  fetch: (signal: AbortSignal, known: Validator | null, before: Reading<T> | null) => Promise<Fetched<T> | 'unchanged'>
  /** Told of each good answer that takes the place of an earlier one, or of what was kept of one at an earlier start. */
  onRenewed?: (before: T, after: T) => void
  /** Told of each good answer of the server's, and of each change of it. */
  keep?: (kept: Kept<T>) => void
  /** Waited for before each fetch: what was kept is shown first, and an answer that fails at once does not come before it. */
  ready?: () => Promise<void>
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
  /** Shows what was kept at an earlier start, unless the server has answered already; it stays due. */
  seed: (kept: Kept<T>) => void
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

/** The last good answer. While it is `cached`, it was kept at an earlier start and the server has not confirmed it yet. */
interface Good<T> { fetchedAt: number | null, unusable: number, answer: Fetched<T> | null, cached: boolean }

/** A list that nobody has fetched yet. */
export function feed<T>({ empty, fetch, keep, ready, onRenewed, clock, report }: FeedDependencies<T>): Feed<T> {
  const closing = new AbortController()
  let value = empty
  let good: Good<T> = { fetchedAt: null, unusable: 0, answer: null, cached: false }
  let failed: AppError | null = null
  let triedAt: number | null = null
  let running: Promise<void> | null = null
  let amendments: ((value: T) => T)[] = []

  function keepGood() {
    const { fetchedAt, unusable, cached } = good
    if (fetchedAt !== null && !cached && !closing.signal.aborted) keep?.({ value, fetchedAt, unusable })
  }

  function take(answer: Fetched<T>) {
    const before = value
    value = amendments.reduce((amended, change) => change(amended), answer.value)
    if (good.fetchedAt !== null) onRenewed?.(before, value)
    good = { fetchedAt: clock(), unusable: answer.unusable, answer, cached: false }
  }

  async function run() {
    try {
      if (ready) await ready()
      const answer = await fetch(closing.signal, good.answer?.validator ?? null, good.answer)
      if (answer === 'unchanged') good.fetchedAt = clock()
      else take(answer)
      failed = null
      keepGood()
    } catch (cause) {
      if (!closing.signal.aborted) failed = appErrorOf(cause, report)
    }
    amendments = []
    triedAt = clock()
  }

  const load = () => running ??= run().finally(() => { running = null })

  return {
    value: () => value,
    stamp: () => ({ fetchedAt: good.fetchedAt, unusable: good.unusable, cached: good.cached, loading: running !== null, failed }),
    isLoading: () => running !== null,
    seed({ value: kept, ...rest }) {
      if (good.fetchedAt !== null) return
      value = kept
      good = { ...rest, answer: null, cached: true }
    },
    isDue: () => running === null && (triedAt === null || clock() - triedAt >= FRESH_MS),
    isFresh: () => !good.cached && good.fetchedAt !== null && clock() - good.fetchedAt < FRESH_MS,
    expire() { triedAt = null },
    load,
    async loadAnew() {
      await running
      await load()
      return failed === null && !closing.signal.aborted
    },
    amend(change) {
      if (running !== null) amendments.push(change)
      if (good.fetchedAt === null) return
      value = change(value)
      keepGood()
    },
    close() { closing.abort() },
  }
}
