import type { Account } from './accounts'
import { refusal } from './answers'
import type { Tokens } from './tokens'
import type { Gate } from './view'

/** Lets in whoever brings a valid access token of an account that exists and is active. */
export const createGate = (accounts: readonly Account[], tokens: Tokens, throttle: (key: string) => void): Gate => ({
  throttle,
  authenticate: async (request) => {
    const userId = await tokens.userOf(bearer(request))
    const account = accounts.find(({ id }) => id === userId)
    if (!account) throw refusal(401, { detail: 'User not found', code: 'user_not_found' })
    if (!account.active) throw refusal(401, { detail: 'User is inactive', code: 'user_inactive' })
    return account
  },
})

function bearer(request: Request): string {
  const words = (request.headers.get('Authorization') ?? '').split(/\s+/).filter(Boolean)
  if (words[0] !== 'Bearer') throw refusal(401, { detail: 'Authentication credentials were not provided.' })
  if (words.length !== 2) {
    throw refusal(401, { detail: 'Authorization header must contain two space-delimited values', code: 'bad_authorization_header' })
  }
  return words[1]!
}
