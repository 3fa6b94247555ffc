import type { Creation } from './creation'
import { reconcile, type Verdict } from './reconcile'

/** Milliseconds after the lost answer at which is looked: a server may still be at work when the connection is gone. */
export const SETTLE_AT = [0, 2000, 5000, 10_000]

/** Resolves after `milliseconds`. */
export type Sleep = (milliseconds: number) => Promise<void>

interface Options {
  before: readonly number[] | null
  claimed: ReadonlySet<number>
  at: readonly number[]
  sleep: Sleep
  /** False once nobody waits for the verdict any more: then nothing more is listed. */
  isThere: () => boolean
}

/**
 * Finds out what became of a create whose answer was lost, by listing again. 'notMade' needs a good list at the end:
 * one from before says nothing about what the server did after it.
 */
export async function settle(creation: Pick<Creation, 'anew' | 'alike'>, { before, claimed, at, sleep, isThere }: Options): Promise<Verdict> {
  let verdict: Verdict = { state: 'uncertain' }
  let passed = 0
  for (const instant of at) {
    if (instant > passed) await sleep(instant - passed)
    passed = instant
    if (!isThere()) break
    verdict = await creation.anew() ? reconcile({ before, now: creation.alike(), claimed }) : { state: 'uncertain' }
    if (verdict.state === 'made') return verdict
  }
  return verdict
}
