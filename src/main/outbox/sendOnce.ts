import { AppFailure, type AppError } from '@shared/errors'
import { clinicApi, type Authority } from '@main/http/api'
import type { Client } from '@main/http/client'
import { isWithoutEffect } from '@main/writes/isWithoutEffect'
import type { Creation } from './creation'

/** `refused`: surely nothing was made. `unknown`: the request may have been carried out, its answer is lost. */
export type Sent = { state: 'made', id: number, take: () => void } | { state: 'refused' | 'unknown', error: AppError }

/**
 * Sends a create and says what is known of it. Follows each attempt on its way: a session that ends while the request is out
 * fails like one that had ended before, but only the latter has surely left nothing on the server.
 * Throws faults of ours.
 */
export async function sendOnce(creation: Creation, { client, authority }: { client: Client, authority: Authority }): Promise<Sent> {
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
    return { state: 'made', ...await creation.send(clinicApi(client, followed)) }
  } catch (cause) {
    if (!(cause instanceof AppFailure)) throw cause
    return { state: mayHaveArrived ? 'unknown' : 'refused', error: cause.error }
  }
}
