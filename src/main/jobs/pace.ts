/** Requests at a time at the beginning, and at most. */
const FIRST = 2
const MOST = 6
/** Latencies that are looked at together. */
const WINDOW = 8
/** Milliseconds that say nothing: a garbage collection, a computer that is busy with something else. */
const NOISE = 40

/** How many requests of a job are out at a time: slowly more while the server answers as fast as before, half when it does not. */
export interface Pace {
  cap: () => number
  /** A request was answered after so many milliseconds. */
  answered: (ms: number) => void
  /** The server asked for less, or did not answer. */
  slowed: () => void
}

/** Additive increase, multiplicative decrease, as TCP does it. */
export function pace(): Pace {
  let cap = FIRST
  let window: number[] = []
  let best = Infinity

  function begin(to: number) {
    cap = to
    window = []
  }

  return {
    cap: () => cap,
    answered(ms) {
      window.push(ms)
      if (window.length < WINDOW) return
      const median = window.sort((a, b) => a - b)[WINDOW / 2]!
      // Slowly forgotten: a server that is slower at noon than at night is not slowed down by us.
      best = Math.min(best * 1.02, median)
      if (median > best * 2 + NOISE) begin(Math.max(1, Math.floor(cap / 2)))
      else begin(median > best * 1.5 + NOISE ? cap : Math.min(MOST, cap + 1))
    },
    slowed() { begin(Math.max(1, Math.floor(cap / 2))) },
  }
}
