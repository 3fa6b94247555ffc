import type { After } from '@main/feed/after'
import type { Clock } from '@main/ports'

/** A clock and its timers, moved by hand. */
interface ManualTimers {
  clock: Clock
  after: After
  /** Lets time pass; what is due runs in its order, what it sets up in between too. */
  advance: (ms: number) => void
  /** Timers that wait. */
  waiting: () => number
}

/** Starts at an instant in epoch milliseconds. */
export function manualTimers(now = 1_000_000): ManualTimers {
  const timers = new Set<{ at: number, run: () => void }>()
  return {
    clock: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => { timers.delete(timer) }
    },
    advance(ms) {
      const until = now + ms
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        timers.delete(next)
        now = next.at
        next.run()
      }
      now = until
    },
    waiting: () => timers.size,
  }
}
