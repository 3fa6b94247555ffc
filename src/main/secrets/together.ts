import type { inTurn } from '@main/inTurn'

type Append<T> = (records: readonly T[]) => Promise<boolean>

interface Waiting<T> { records: readonly T[], done: (isKept: boolean) => void, failed: (cause: unknown) => void }

/**
 * Writes together what comes while an earlier task is at work: a flush to the disk takes as long for many records as for one.
 * Each caller hears how the write ended that its records were in.
 */
export function together<T>(turn: ReturnType<typeof inTurn>, write: Append<T>): Append<T> {
  let waiting: Waiting<T>[] = []
  const flush = async () => {
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
