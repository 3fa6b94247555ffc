import type { Clock } from '@main/ports'

const SAMPLES = 5
/** Headers have whole seconds and answers take their time: less than this is noise. */
const NOISE = 5000

/** How far the server's clock is ahead of ours. */
export interface Skew {
  /** @param date the answer's Date header @param asked when the request left, in epoch milliseconds */
  learn: (url: string, date: string | null, asked: number) => void
  /** Milliseconds, negative when the server is behind; 0 when unknown or below 5 s. */
  read: () => number
}

/** The median of the last five answers of one origin; another origin starts anew. */
export function createSkew(clock: Clock): Skew {
  let known = { origin: '', samples: [] as number[] }
  return {
    learn: (url, date, asked) => {
      const server = Date.parse(date ?? '')
      if (Number.isNaN(server)) return
      const { origin } = new URL(url)
      const before = known.origin === origin ? known.samples : []
      // The header is cut to whole seconds, half a second early on average.
      known = { origin, samples: [...before, server + 500 - (asked + clock()) / 2].slice(-SAMPLES) }
    },
    read: () => {
      const median = middle(known.samples)
      return Math.abs(median) < NOISE ? 0 : median
    },
  }
}

function middle(samples: number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
