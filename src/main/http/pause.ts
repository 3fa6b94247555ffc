import { AppFailure } from '@shared/errors'
import type { Clock } from '@main/ports'
import type { Sleep } from './retry'

/** A pause this short is waited for; a longer one fails at once, so that the screen can say when to try again. */
export const SHORT_PAUSE = 2

/** The quiet that the server asked for (429): one for all requests to it. */
export interface Pause {
  begin: (url: string, seconds: number) => void
  /** Waits for the end of a short pause. Throws `AppFailure` (throttled) with the seconds left of a longer one. */
  pass: (url: string) => Promise<void>
}

/** Bound to the last origin that asked for it: another server starts without. */
export function createPause(clock: Clock, sleep: Sleep): Pause {
  let paused = { origin: '', until: 0 }
  return {
    begin: (url, seconds) => {
      const { origin } = new URL(url)
      const before = paused.origin === origin ? paused.until : 0
      paused = { origin, until: Math.max(before, clock() + seconds * 1000) }
    },
    pass: async (url) => {
      const left = paused.origin === new URL(url).origin ? paused.until - clock() : 0
      if (left > SHORT_PAUSE * 1000) throw new AppFailure({ kind: 'throttled', retryAfter: Math.ceil(left / 1000) })
      if (left > 0) await sleep(left)
    },
  }
}
