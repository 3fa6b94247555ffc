import * as v from 'valibot'
import { AppFailure } from '@shared/errors'
import type { Client } from '@main/http/client'
import { parseJson } from '@main/http/json'
import type { TokenPair } from './tokens'

type Requests = Pick<Client, 'request'>

const token = v.pipe(v.string(), v.nonEmpty(), v.maxLength(16_384))
const obtained = v.object({ access: token, refresh: token })
/** A new refresh token comes only where the server rotates them; the old one is then dead at once. */
const renewed = v.object({ access: token, refresh: v.optional(token) })

/**
 * Asks for a pair by e-mail and password. Throws `AppFailure`: badCredentials; webPage also for a 404, for then the address is
 * not a clinic server's; invalid with the server's own words.
 */
export async function obtainTokens(
  client: Requests, base: string, { email, password }: { email: string, password: string }, signal: AbortSignal,
): Promise<TokenPair> {
  try {
    return await post(client, `${base}api/token/`, { email, password }, obtained, signal)
  } catch (cause) {
    const kind = cause instanceof AppFailure ? cause.error.kind : ''
    if (kind === 'signedOut' && !signal.aborted) throw new AppFailure({ kind: 'badCredentials' })
    throw kind === 'notFound' ? new AppFailure({ kind: 'webPage' }) : cause
  }
}

/**
 * A fresh access token for a refresh token. An answer that was lost is asked for once more with the old token: without rotation it
 * still holds. Throws `AppFailure`: signedOut when the server takes it no more (400 or 401), else why it could not be asked.
 */
export async function renewTokens(client: Requests, base: string, pair: TokenPair, signal: AbortSignal): Promise<TokenPair> {
  const ask = () => post(client, `${base}api/token/refresh/`, { refresh: pair.refresh }, renewed, signal)
  try {
    const { access, refresh } = await ask().catch((cause: unknown) => isLost(cause) ? ask() : Promise.reject(cause as Error))
    return { access, refresh: refresh ?? pair.refresh }
  } catch (cause) {
    throw cause instanceof AppFailure && cause.error.kind === 'invalid' ? new AppFailure({ kind: 'signedOut', reason: 'ended' }) : cause
  }
}

const isLost = (cause: unknown) => cause instanceof AppFailure && cause.error.kind === 'offline' && cause.error.cause === 'dropped'

async function post<T>(client: Requests, url: string, body: object, schema: v.GenericSchema<unknown, T>, signal: AbortSignal): Promise<T> {
  const read = v.safeParse(schema, parseJson(await client.request({ method: 'POST', url, body, signal, lane: 'token' })))
  if (!read.success) throw new AppFailure({ kind: 'unusable', detail: 'shape' })
  return read.output
}
