import { AppFailure, type AppError } from '@shared/errors'
import { clinicApi, type Authority } from '@main/http/api'
import type { Client } from '@main/http/client'
import { isWithoutEffect } from '@main/writes/isWithoutEffect'
import type { Lane } from '@main/ports'
import type { Creation, Made } from './creation'

/**
 * `refused`: the server said no. `unsent`: surely nothing was made, and later it may go.
 * `unknown`: the request may have been carried out, its answer is lost.
 */
export type Sent = { state: 'made', made: Made } | { state: 'refused' | 'unsent' | 'unknown', error: AppError }

interface Way { client: Client, authority: Authority, lane: Lane }

/**
 * Sends a create and says what is known of it. Follows each attempt on its way: a session that ends while the request is out
 * fails like one that had ended before, but only the latter has surely left nothing on the server.
 * Throws faults of ours.
 */
export async function sendOnce(creation: Pick<Creation, 'send'>, { client, authority, lane }: Way): Promise<Sent> {
  let mayHaveArrived = false
  const followed: Authority = {
    access() {
      const { base, send } = authority.access()
      return {
        base,
        send: (task) => send(async (token, signal) => {
          mayHaveArrived = true
          try {
            return await task(token, signal)
          } catch (cause) {
            mayHaveArrived = Boolean(signal?.aborted) || !(cause instanceof AppFailure) || !isWithoutEffect(cause.error)
            throw cause
          }
        }),
      }
    },
  }
  try {
    return { state: 'made', made: await creation.send(clinicApi(client, followed, lane)) }
  } catch (cause) {
    if (!(cause instanceof AppFailure)) throw cause
    return { state: mayHaveArrived ? 'unknown' : isPassing(cause.error) ? 'unsent' : 'refused', error: cause.error }
  }
}

/** Whether nothing speaks against the create itself: it may go when the server can be reached, is less busy, or knows the person again. */
export function isPassing({ kind }: AppError): boolean {
  return kind === 'offline' || kind === 'untrusted' || kind === 'throttled' || kind === 'signedOut' || kind === 'locked'
}
