interface Options { perSecond: number, burst: number, clock: () => number }

/** A token bucket: each call takes one token; false when none is left. `clock` in milliseconds. */
export function rateLimit({ perSecond, burst, clock }: Options): () => boolean {
  let tokens = burst
  let last = clock()
  return () => {
    const now = clock()
    tokens = Math.min(burst, tokens + Math.max(0, now - last) * perSecond / 1000)
    last = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
