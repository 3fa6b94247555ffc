/** So many wrong passwords sign out. */
export const MOST_TRIES = 10

/** Seconds to wait after so many wrong passwords: the first two are mistakes that everyone makes. */
const waits = [0, 0, 0, 5, 10, 20, 40, 60, 120, 300]

/** Milliseconds until the next try. A clock that was set back makes nobody wait longer than once. */
export function waitLeft({ failures, triedAt }: { failures: number, triedAt: number }, now: number): number {
  const wait = (waits[failures] ?? waits.at(-1)!) * 1000
  return Math.max(0, Math.min(wait, triedAt + wait - now))
}
