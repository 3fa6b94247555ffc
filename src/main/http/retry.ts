import { AppFailure, type AppError } from '@shared/errors'
import { SHORT_PAUSE } from './pause'

/** Resolves after `milliseconds`. */
export type Sleep = (milliseconds: number) => Promise<void>

const WAITS = [1000, 2000]
/** Share of the wait by which it may be longer or shorter, so that desks do not come back all at once. */
const JITTER = 0.25

/** Tries a read again, twice at most, after failures that pass by themselves: a lost connection, a 5xx, a short pause. */
export async function withRetries<T>(attempt: () => Promise<T>, { sleep, random }: { sleep: Sleep, random: () => number }): Promise<T> {
  for (const pause of WAITS) {
    try {
      return await attempt()
    } catch (cause) {
      if (!(cause instanceof AppFailure) || !isPassing(cause.error)) throw cause
      await sleep(pause * (1 + JITTER * (2 * random() - 1)))
    }
  }
  return attempt()
}

function isPassing(error: AppError): boolean {
  switch (error.kind) {
    case 'offline': return error.cause === 'dropped'
    case 'server': return error.status >= 500
    case 'throttled': return error.retryAfter <= SHORT_PAUSE
    default: return false
  }
}
