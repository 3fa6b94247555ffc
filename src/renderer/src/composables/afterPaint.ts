/** Whoever presses a key at once comes first. */
const QUIET_MILLISECONDS = 100

/** Runs something in a moment, when what has just been drawn is on screen; returns what calls it off. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => { timer = setTimeout(run, QUIET_MILLISECONDS) })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
