import { randomBytes, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT, type JWTPayload } from 'jose'
import { refusal } from './answers'

export interface TokenOptions {
  /** Wall clock in epoch milliseconds. */
  now: () => number
  /** Lifetimes in seconds. */
  accessSeconds: number
  refreshSeconds: number
  /** A refresh also gives a new refresh token, and the old one is dead at once. */
  rotate: boolean
}

/** Signed tokens in the manner of simplejwt. A refused token is thrown as the server's 401. */
export interface Tokens {
  pair: (userId: number) => Promise<{ refresh: string, access: string }>
  renew: (refresh: string) => Promise<{ access: string, refresh?: string }>
  /** The `user_id` of a valid access token. */
  userOf: (access: string) => Promise<number>
  /** Ends a refresh token's life. */
  blacklist: (refresh: string) => Promise<void>
}

type Kind = 'access' | 'refresh'
type Claims = JWTPayload & { token_type: Kind, user_id: number, jti: string }

const INVALID = 'Token is invalid or expired'
const WRONG_TYPE = 'Token has wrong type'

/** Tokens signed with a key that lives as long as this server (HS256). */
export function createTokens({ now, accessSeconds, refreshSeconds, rotate }: TokenOptions): Tokens {
  const key = randomBytes(32)
  const dead = new Set<string>()

  const sign = (kind: Kind, userId: number) => {
    const seconds = Math.floor(now() / 1000)
    return new SignJWT({ token_type: kind, user_id: userId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + (kind === 'access' ? accessSeconds : refreshSeconds))
      .setJti(randomUUID().replaceAll('-', ''))
      .sign(key)
  }
  const read = (token: string): Promise<Claims | undefined> =>
    jwtVerify<Claims>(token, key, { algorithms: ['HS256'], currentDate: new Date(now()) }).then(({ payload }) => payload, () => undefined)
  const pair = async (userId: number) => ({ refresh: await sign('refresh', userId), access: await sign('access', userId) })

  return {
    pair,
    renew: async (refresh) => {
      const claims = await read(refresh)
      if (!claims) throw refreshRefusal(INVALID)
      if (dead.has(claims.jti)) throw refreshRefusal('Token is blacklisted')
      if (claims.token_type !== 'refresh') throw refreshRefusal(WRONG_TYPE)
      if (!rotate) return { access: await sign('access', claims.user_id) }
      dead.add(claims.jti)
      const { access, refresh: next } = await pair(claims.user_id)
      return { access, refresh: next }
    },
    userOf: async (access) => {
      const claims = await read(access)
      if (!claims) throw accessRefusal(INVALID)
      if (claims.token_type !== 'access') throw accessRefusal(WRONG_TYPE)
      return claims.user_id
    },
    blacklist: async (refresh) => {
      const claims = await read(refresh)
      if (claims) dead.add(claims.jti)
    },
  }
}

const refreshRefusal = (detail: string) => refusal(401, { detail, code: 'token_not_valid' })

const accessRefusal = (message: string) => refusal(401, {
  detail: 'Given token not valid for any token type',
  code: 'token_not_valid',
  messages: [{ token_class: 'AccessToken', token_type: 'access', message }],
})
