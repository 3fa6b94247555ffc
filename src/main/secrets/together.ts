import { setTimeout as sleep } from 'node:timers/promises'
import type { inTurn } from '@main/inTurn'

type Append<T> = (records: readonly T[]) => Promise<boolean>

interface Waiting<T> { records: readonly T[], done: (isKept: boolean) => void, failed: (cause: unknown) => void }

/**
 * Writes together what comes while an earlier task is at work, or within `gatherMs` of the write before: a flush to the disk takes as
 * long for many records as for one. Each caller hears how the write ended that its records were in.
 */
export function together<T>(turn: ReturnType<typeof inTurn>, write: Append<T>, gatherMs: number): Append<T> {
  let waiting: Waiting<T>[] = []
  let next = 0
  const flush = async () => {
    const early = next - performance.now()
    if (early > 0) await sleep(early)
    next = performance.now() + gatherMs
    const all = waiting
    waiting = []
    try {
      const isKept = await write(all.flatMap(({ records }) => records))
      for (const { done } of all) done(isKept)
    } catch (cause) {
      for (const { failed } of all) failed(cause)
    }
  }
  return (records) => new Promise((done, failed) => {
    waiting.push({ records, done, failed })
    if (waiting.length === 1) void turn(flush)
  })
}
