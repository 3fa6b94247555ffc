/** Runs something when what has just been drawn is on screen and the page has nothing more urgent to do. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => { requestIdleCallback(run, { timeout: 500 }) })
}
