import { accountOf, type Account } from './accounts'
import { json, refusal } from './answers'
import { textField, validated } from './fields'
import { requestData } from './requestData'
import type { Tokens } from './tokens'
import type { View } from './view'

/** Sign in, and refresh. Neither needs a token. */
export const tokenRoutes = (accounts: readonly Account[], tokens: Tokens): Record<string, View> => ({
  'api/token/': {
    name: 'Token Obtain Pair',
    open: true,
    methods: {
      POST: async ({ request }) => {
        const { email, password } = validated(await requestData(request), { email: { read: textField() }, password: { read: textField() } })
        const account = accountOf(accounts, email, password)
        if (!account) throw refusal(401, { detail: 'No active account found with the given credentials' })
        return json(200, await tokens.pair(account.id))
      },
    },
  },
  'api/token/refresh/': {
    name: 'Token Refresh',
    open: true,
    methods: {
      POST: async ({ request }) => {
        const { refresh } = validated(await requestData(request), { refresh: { read: textField() } })
        return json(200, await tokens.renew(refresh))
      },
    },
  },
})
