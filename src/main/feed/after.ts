/** Runs something once, `ms` milliseconds from now; returns what calls it off. */
export type After = (ms: number, run: () => void) => () => void

/** By the system's timers. */
export const after: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => { clearTimeout(timer) }
}
