import * as v from 'valibot'

/** Both tokens as the server gave them. */
export interface TokenPair { access: string, refresh: string }

/** When a token was issued and when it ends, in epoch milliseconds of the server's clock. */
export interface TokenLife { issued: number | undefined, expires: number }

const MARGIN = 60_000
const MARGIN_SHARE = 0.1

/**
 * The times inside a JWT; undefined when it is none or has no end. Nothing else in it is looked at and its signature is not
 * checked: it only says when to refresh, and the server's 401 has the last word.
 */
export function lifeOf(token: string): TokenLife | undefined {
  const read = v.safeParse(claims, Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  if (!read.success) return undefined
  const { exp, iat } = read.output
  return { expires: exp * 1000, issued: iat === undefined ? undefined : iat * 1000 }
}

const seconds = v.pipe(v.number(), v.finite())
const claims = v.pipe(v.string(), v.parseJson(), v.object({ exp: seconds, iat: v.fallback(v.optional(seconds), undefined) }))

/** Instants of our own clock at which a token is due for a refresh, and at which it has ended. `skew`: the server's clock minus ours. */
export function dueTimes(life: TokenLife, receivedAt: number, skew: number): { due: number, ended: number } {
  const ended = life.expires - skew
  const length = Math.max(0, life.expires - (life.issued ?? receivedAt + skew))
  const margin = Math.min(Math.max(MARGIN, length * MARGIN_SHARE), length / 2)
  // Never before half its life by our own clock: a clock that is wrong by more than that, unknown yet, would refresh at each request.
  return { due: Math.max(ended - margin, receivedAt + length / 2), ended: Math.max(ended, receivedAt + length / 2) }
}
