import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import type { Account } from './accounts'
import { createDemoClinic, type DemoClinic, type DemoOptions } from './clinic'
import { readSample, sampleNames, type Sample } from './testing/sample'
import { sampleHospital } from './testing/sampleHospital'
import { parseRate } from './throttle'

const HEADERS = ['Content-Type', 'Allow', 'Vary', 'WWW-Authenticate', 'Retry-After', 'Location']
const ORIGIN = 'http://server.example'

/** Samples that are not replayed, with the reason. */
const leftOut: Record<string, string> = {}

const reception = (): Account =>
  ({ id: 45, email: 'reception@hospital-one.example', password: 'reception-pass-1', readOnly: false, active: true })

/** What the recorded server's command line means here; how much it was seeded with does not matter, the rows are its own. */
const options: Record<string, (value: string) => DemoOptions> = {
  '--throttle': (value) => ({ throttle: parseRate(value)! }),
  '--paginate': (value) => ({ paginate: Number(value) }),
  '--protected-status': (value) => ({ protectedStatus: Number(value) as 409 }),
  '--unique-slots': () => ({ uniqueSlots: true }),
  '--rotate-refresh': () => ({ rotate: true }),
  '--clinics': () => ({}),
  '--days': () => ({}),
  '--slots-per-day': () => ({}),
}

interface Scene {
  clinic: DemoClinic
  pair: { access: string, refresh: string }
  send: () => Promise<Response>
  wait: (seconds: number) => void
}

/** What was done before the recorded request. */
const givens: Record<string, (scene: Scene) => unknown> = {
  'one request was made within the minute': ({ send }) => send(),
  'the same slot exists': ({ send }) => send(),
  'the account is logged in': () => undefined,
  'the access token has expired': ({ wait }) => { wait(300) },
  'the refresh token has expired': ({ wait }) => { wait(86_400) },
  'the refresh token was blacklisted': ({ clinic, pair }) => clinic.tokens.blacklist(pair.refresh),
  'the account was deactivated after the login': ({ clinic }) => { clinic.accounts[0]!.active = false },
  'the account was deleted after the login': ({ clinic }) => { clinic.accounts.splice(0) },
}

function optionsOf({ server_options }: Sample): DemoOptions {
  return server_options.reduce<DemoOptions>((all, word, index) =>
    word.startsWith('--') ? { ...all, ...options[word]!(server_options[index + 1] ?? '') } : all, {})
}

const isToken = (text: string) => /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/.test(text)

/** The recorded text with its fake tokens turned into real ones of the same type. */
const withTokens = (text: string, pair: Scene['pair']) =>
  text.replace(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g, (fake) => pair[decodeJwt(fake)['token_type'] as 'access' | 'refresh'])

function requestOf({ request: { method, path, headers, body, body_text } }: Sample, pair: Scene['pair']): Request {
  const text = body_text ?? (body === undefined ? null : JSON.stringify(body))
  const real = Object.entries(headers).map(([name, value]) => [name, withTokens(value, pair)] as [string, string])
  return new Request(ORIGIN + path, { method, headers: real, body: text === null ? null : withTokens(text, pair) })
}

async function replay(sample: Sample): Promise<Response> {
  let instant = Date.parse('2024-06-20T10:00:01Z')
  const account = { ...reception(), readOnly: sample.name === 'auth-403-read-only' }
  const clinic = createDemoClinic({
    today: sample.today, now: () => instant, hospital: sampleHospital(), accounts: [account], ...optionsOf(sample),
  })
  const pair = await clinic.tokens.pair(account.id)
  const send = () => clinic.fetch(requestOf(sample, pair))
  if (sample.given !== undefined) {
    const prepare = givens[sample.given]
    if (!prepare) throw new Error(`Nobody has said how to bring this about: ${sample.given}`)
    await prepare({ clinic, pair, send, wait: (seconds) => { instant += seconds * 1000 } })
  }
  return send()
}

/** A body in which each token is replaced by what it claims, since no two servers sign alike. */
const comparable = (body: unknown): unknown => JSON.parse(JSON.stringify(body), (_key, value: unknown) => {
  if (typeof value !== 'string' || !isToken(value)) return value
  const { token_type, user_id, exp, iat, ...rest } = decodeJwt(value)
  return { token_type, user_id, lifetime: exp! - iat!, others: Object.keys(rest), jtiLength: rest.jti!.length }
}) as unknown

const headersOf = (all: Headers) => Object.fromEntries(HEADERS.flatMap((name) => all.has(name) ? [[name, all.get(name)]] : []))

describe('the demo clinic answers as the recorded server did', () => {
  it.each(sampleNames().filter((name) => !(name in leftOut)))('%s', async (name) => {
    const sample = readSample(name)
    const response = await replay(sample)
    const text = await response.text()
    const { status, headers, body, body_text } = sample.response
    expect({ status: response.status, headers: headersOf(response.headers) }).toEqual({ status, headers })
    if (body_text !== undefined) expect(text).toBe(body_text)
    else expect(comparable(JSON.parse(text))).toEqual(comparable(body))
  })

  it('replays every recorded sample but those that are left out for a reason', () => {
    expect(sampleNames()).toHaveLength(78)
    expect(Object.keys(leftOut).filter((name) => !sampleNames().includes(name))).toEqual([])
  })
})
