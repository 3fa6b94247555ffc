import { AppFailure, type SignedOutReason } from '@shared/errors'
import type { Access } from '@main/http/api'
import type { Client } from '@main/http/client'
import type { Clock } from '@main/ports'
import { renewTokens } from './tokenRoutes'
import { dueTimes, lifeOf, type TokenPair } from './tokens'

/** One person's stay at one server: the tokens of one generation, from signing in to signing out. */
export interface Seat extends Access {
  /** Refreshes when the access token is due, unless the last try has failed a moment ago. Never throws. */
  tick: () => Promise<void>
}

interface Options {
  base: string
  pair: TokenPair
  /** When the pair came, in epoch milliseconds; 0 when it was kept from an earlier run. */
  receivedAt: number
  client: Pick<Client, 'request' | 'skew'>
  clock: Clock
  /** Aborts, with an `AppFailure`, when the generation is over: its requests end and their answers are thrown away. */
  over: AbortSignal
  /** Stores a renewed pair; whoever waits for the refresh goes on after it. */
  keep: (pair: TokenPair) => Promise<void>
  /** The server ended the session. */
  ended: (reason: SignedOutReason) => Promise<void>
}

const FIRST_BACKOFF = 20_000
const LONGEST_BACKOFF = 300_000

interface Tokens {
  pair: () => TokenPair
  /** One at a time, for all who ask for it. */
  refresh: () => Promise<void>
  refreshIfDue: (patient: boolean) => Promise<void>
}

export function createSeat(options: Options): Seat {
  const { base, over, ended } = options
  const { pair, refresh, refreshIfDue } = createTokens(options)
  const attempt = async <T>(task: (token: string, signal: AbortSignal) => Promise<T>) => {
    const answer = await task(pair().access, over)
    over.throwIfAborted()
    return answer
  }
  /** The reason of a 401; anything else is thrown on. */
  const refusalIn = (cause: unknown): SignedOutReason => {
    over.throwIfAborted()
    if (cause instanceof AppFailure && cause.error.kind === 'signedOut') return cause.error.reason
    throw cause
  }
  const send: Access['send'] = async (task) => {
    over.throwIfAborted()
    await refreshIfDue(false)
    const used = pair().access
    try {
      return await attempt(task)
    } catch (cause) {
      const reason = refusalIn(cause)
      // An account that is inactive or gone gets a fresh token all the same, and is refused again.
      if (reason !== 'ended') {
        await ended(reason)
        throw cause
      }
      if (pair().access === used) await refresh()
    }
    try {
      return await attempt(task)
    } catch (cause) {
      await ended(refusalIn(cause))
      throw cause
    }
  }
  return { base, send, tick: () => refreshIfDue(true).catch(() => undefined) }
}

function createTokens({ base, pair: first, receivedAt: firstAt, client, clock, over, keep, ended }: Options): Tokens {
  let held = { pair: first, life: lifeOf(first.access), receivedAt: firstAt }
  let refreshing: Promise<void> | undefined
  let failures = 0
  let patientUntil = 0
  const renew = async () => {
    const pair = await renewTokens(client, base, held.pair, over)
    over.throwIfAborted()
    await keep(pair)
    over.throwIfAborted()
    held = { pair, life: lifeOf(pair.access), receivedAt: clock() }
    failures = 0
  }
  const failed = async (cause: unknown) => {
    over.throwIfAborted()
    if (cause instanceof AppFailure && cause.error.kind === 'signedOut') await ended(cause.error.reason)
    patientUntil = clock() + Math.min(FIRST_BACKOFF * 2 ** failures, LONGEST_BACKOFF)
    failures += 1
    throw cause
  }
  const refresh = () => refreshing ??= renew().catch(failed).finally(() => { refreshing = undefined })
  return {
    pair: () => held.pair,
    refresh,
    refreshIfDue: async (patient) => {
      if (!held.life) return
      const { due, ended: end } = dueTimes(held.life, held.receivedAt, client.skew())
      const isWaiting = failures > 0 && clock() < patientUntil
      if (clock() < due || (isWaiting && (patient || clock() < end))) return
      // A token that still holds serves while the server can not renew it.
      await refresh().catch((cause: unknown) => { if (over.aborted || clock() >= end) throw cause })
    },
  }
}
