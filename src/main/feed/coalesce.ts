import type { After } from './after'

interface Coalesced {
  /** Asks for a run at most `ms` from now. */
  touch: () => void
  /** Runs now, in place of a run that was asked for. */
  flush: () => void
  cancel: () => void
}

/** Turns many occasions into one run every `ms` milliseconds: each hint makes the renderer ask again. */
export function coalesce(ms: number, after: After, run: () => void): Coalesced {
  let callOff: (() => void) | undefined
  const cancel = () => {
    callOff?.()
    callOff = undefined
  }
  const flush = () => {
    cancel()
    run()
  }
  return { touch() { callOff ??= after(ms, flush) }, flush, cancel }
}
