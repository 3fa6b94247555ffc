import type { After } from '@main/feed/after'

const EVERY_MS = 60_000
/** Many desks start in the same minute of the morning; their polls must not stay in step. */
const JITTER = 0.2

interface Dependencies {
  after: After
  /** 0 to 1, as `Math.random`. */
  random: () => number
  run: () => void
}

/** Runs something every minute, give or take 20 %, from `start` to `stop`. */
export function poller({ after, random, run }: Dependencies): { start: () => void, stop: () => void } {
  let callOff: (() => void) | undefined
  const wait = () => {
    callOff = after(EVERY_MS * (1 + JITTER * (2 * random() - 1)), () => {
      wait()
      run()
    })
  }
  const stop = () => {
    callOff?.()
    callOff = undefined
  }
  return {
    start() {
      stop()
      wait()
    },
    stop,
  }
}
