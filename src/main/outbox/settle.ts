import type { Creation } from './creation'
import { reconcile, type Verdict } from './reconcile'

/** Milliseconds after the lost answer at which is looked: a server may still be at work when the connection is gone. */
export const SETTLE_AT = [0, 2000, 5000, 10_000]

/** Longest wait between two looks of someone who does not give up. */
const MOST_PATIENCE = 30_000

/** Resolves after `milliseconds`. */
export type Sleep = (milliseconds: number) => Promise<void>

interface Options {
  before: readonly number[] | null
  claimed: ReadonlySet<number>
  at: readonly number[]
  sleep: Sleep
  /** False once nobody waits for the verdict any more: then nothing more is listed. */
  isThere: () => boolean
  /** Looks on until a list can be read. */
  isPatient?: boolean
}

type Looking = Pick<Creation, 'anew' | 'alike' | 'near'>

/**
 * Finds out what became of a create whose answer was lost, by listing again. 'notMade' needs a good list at the end:
 * one from before says nothing about what the server did after it.
 */
export async function settle(creation: Looking, { before, claimed, at, sleep, isThere, isPatient = false }: Options): Promise<Verdict> {
  let verdict: Verdict = unread
  let passed = 0
  for (const instant of isPatient ? patiently(at, () => verdict === unread) : at) {
    if (instant > passed) await sleep(instant - passed)
    passed = instant
    if (!isThere()) break
    verdict = await creation.anew() ? reconcile({ before, now: creation.alike(), near: creation.near(), claimed }) : unread
    if (verdict.state === 'made') return verdict
  }
  return verdict
}

/** Nothing could be read. */
const unread: Verdict = { state: 'uncertain', candidates: [] }

function* patiently(at: readonly number[], isUnread: () => boolean): Generator<number> {
  yield* at
  const last = at.at(-1) ?? 0
  for (let instant = last, wait = Math.max(last / 2, 10); isUnread(); wait = Math.min(wait * 2, MOST_PATIENCE)) yield instant += wait
}
