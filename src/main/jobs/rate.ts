import type { Clock } from '@main/ports'

const LATELY_MS = 15_000
const MOST = 200
const FEWEST = 5

/** How fast something goes of late. */
export interface Rate {
  count: () => void
  /** In a second; null while that is unknown. */
  perSecond: () => number | null
}

/** Counts on a clock in epoch milliseconds. */
export function rate(clock: Clock): Rate {
  let times: number[] = []
  return {
    count() {
      times.push(clock())
      if (times.length > MOST * 2) times = times.slice(-MOST)
    },
    perSecond() {
      const now = clock()
      const lately = times.slice(-MOST).filter((time) => now - time < LATELY_MS)
      const span = now - (lately[0] ?? now)
      return lately.length < FEWEST || span <= 0 ? null : (lately.length - 1) * 1000 / span
    },
  }
}
