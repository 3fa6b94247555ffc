/** Whoever presses a key at once comes first. */
const QUIET_MILLISECONDS = 100

/** Runs something in a moment, when what has just been drawn is on screen. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => { setTimeout(run, QUIET_MILLISECONDS) })
}
