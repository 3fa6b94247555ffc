import { decodeJwt } from 'jose'
import { afterEach, describe, expect, it } from 'vitest'
import { createDemoClinic, type DemoClinic, type DemoOptions } from './clinic'
import { listen, type Listening } from './listen'

let open: Listening | undefined
afterEach(() => open?.close())

/** A demo clinic on a real port, with a clock that tests set. */
async function serve(options: DemoOptions = {}) {
  let instant = Date.parse('2026-11-23T09:00:00Z')
  const clinic = createDemoClinic({ now: () => instant, ...options })
  open = await listen(clinic)
  const at = `${open.url}/v1/api/integrate/api/`
  const post = async (path: string, body: object) => {
    const response = await fetch(at + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() as Record<string, string> }
  }
  const signIn = async ({ account }: DemoClinic) => (await post('token/', account)).body as { access: string, refresh: string }
  const read = async (access: string) => {
    const response = await fetch(`${at}hospitalstaffdepartment/`, { headers: { Authorization: `Bearer ${access}` } })
    return { status: response.status, body: await response.json() as Record<string, unknown> }
  }
  return { clinic, post, read, signIn: () => signIn(clinic), wait: (seconds: number) => { instant += seconds * 1000 } }
}

describe('tokens, over HTTP', () => {
  it('live five minutes and a day, and say so', async () => {
    const { signIn } = await serve()
    const { access, refresh } = await signIn()
    const lifetime = (token: string) => decodeJwt(token).exp! - decodeJwt(token).iat!
    expect([lifetime(access), lifetime(refresh)]).toEqual([300, 86_400])
    expect(decodeJwt(access)).toMatchObject({ token_type: 'access', user_id: 1, iat: Date.parse('2026-11-23T09:00:00Z') / 1000 })
    expect(decodeJwt(refresh)['token_type']).toBe('refresh')
  })

  it('are refused once expired, and a refresh helps', async () => {
    const { signIn, read, post, wait } = await serve({ accessSeconds: 60 })
    const { access, refresh } = await signIn()
    wait(59)
    expect((await read(access)).status).toBe(200)
    wait(1)
    expect(await read(access)).toMatchObject({ status: 401, body: { code: 'token_not_valid' } })
    const renewed = await post('token/refresh/', { refresh })
    expect(Object.keys(renewed.body)).toEqual(['access'])
    expect((await read(renewed.body['access']!)).status).toBe(200)
  })

  it('can not be renewed after the refresh token has expired', async () => {
    const { signIn, post, wait } = await serve({ refreshSeconds: 100 })
    const { refresh } = await signIn()
    wait(100)
    expect(await post('token/refresh/', { refresh })).toEqual({ status: 401, body: { detail: 'Token is invalid or expired', code: 'token_not_valid' } })
  })

  it('rotate where rotation is on: the old refresh token is dead at once, the new one works', async () => {
    const { signIn, post } = await serve({ rotate: true })
    const { refresh } = await signIn()
    const first = await post('token/refresh/', { refresh })
    expect(await post('token/refresh/', { refresh })).toEqual({ status: 401, body: { detail: 'Token is blacklisted', code: 'token_not_valid' } })
    expect((await post('token/refresh/', { refresh: first.body['refresh']! })).status).toBe(200)
  })

  it('of a deactivated account are refused as user_inactive, though a refresh succeeds', async () => {
    const { clinic, signIn, read, post } = await serve()
    const { access, refresh } = await signIn()
    clinic.accounts[0]!.active = false
    expect(await read(access)).toEqual({ status: 401, body: { detail: 'User is inactive', code: 'user_inactive' } })
    expect((await post('token/refresh/', { refresh })).status).toBe(200)
    expect((await post('token/', clinic.account)).status).toBe(401)
  })

  it('of another server, forged or cut are refused', async () => {
    const { signIn, read } = await serve()
    const { access } = await signIn()
    const other = await createDemoClinic().tokens.pair(1)
    const unsigned = `${btoa('{"alg":"none","typ":"JWT"}').replaceAll('=', '')}.${access.split('.')[1]}.`
    for (const token of [other.access, access.slice(0, -3), unsigned, 'nonsense']) {
      expect(await read(token), token).toMatchObject({ status: 401, body: { messages: [{ message: 'Token is invalid or expired' }] } })
    }
  })

  it('are given whatever the case of the e-mail and the space around it', async () => {
    const { clinic, post } = await serve()
    const { email, password } = clinic.account
    expect((await post('token/', { email: ` ${email.toUpperCase()} `, password })).status).toBe(200)
    expect((await post('token/', { email, password: password.toUpperCase() })).status).toBe(401)
  })
})
