import { inspect } from 'node:util'
import { createFetch } from 'ofetch'
import { describe, expect, it } from 'vitest'
import type { AppError } from '@shared/errors'
import { failureOf } from './failure'

const offline = (cause: Extract<AppError, { kind: 'offline' }>['cause']) => ({ kind: 'offline', cause })
const untrusted = (code: string) => ({ kind: 'untrusted', code })
const unusable = { kind: 'unusable', detail: 'json' }

/** Through ofetch, as they come in life. */
async function wrapped(error: Error): Promise<unknown> {
  const $fetch = createFetch({ fetch: () => Promise.reject(error) })
  return $fetch('https://clinic.example/redirect/net::ERR_FAILED/', { retry: false }).catch((thrown: unknown) => thrown)
}

const chromium: [string, object][] = [
  ['ERR_NAME_NOT_RESOLVED', offline('dns')],
  ['ERR_NAME_RESOLUTION_FAILED', offline('dns')],
  ['ERR_DNS_TIMED_OUT', offline('dns')],
  ['ERR_CONNECTION_REFUSED', offline('unreachable')],
  ['ERR_CONNECTION_TIMED_OUT', offline('unreachable')],
  ['ERR_CONNECTION_FAILED', offline('unreachable')],
  ['ERR_ADDRESS_UNREACHABLE', offline('unreachable')],
  ['ERR_INTERNET_DISCONNECTED', offline('network')],
  ['ERR_NETWORK_IO_SUSPENDED', offline('dropped')],
  ['ERR_NETWORK_CHANGED', offline('dropped')],
  ['ERR_CONNECTION_RESET', offline('dropped')],
  ['ERR_CONNECTION_CLOSED', offline('dropped')],
  ['ERR_CONNECTION_ABORTED', offline('dropped')],
  ['ERR_EMPTY_RESPONSE', offline('dropped')],
  ['ERR_CONTENT_LENGTH_MISMATCH', offline('dropped')],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', offline('dropped')],
  ['ERR_HTTP2_PROTOCOL_ERROR', offline('dropped')],
  ['ERR_PROXY_CONNECTION_FAILED', offline('proxy')],
  ['ERR_TUNNEL_CONNECTION_FAILED', offline('proxy')],
  ['ERR_PROXY_AUTH_UNSUPPORTED', offline('proxy')],
  ['ERR_PROXY_CERTIFICATE_INVALID', offline('proxy')],
  ['ERR_PAC_SCRIPT_FAILED', offline('proxy')],
  ['ERR_SOCKS_CONNECTION_FAILED', offline('proxy')],
  ['ERR_CERT_AUTHORITY_INVALID', untrusted('CERT_AUTHORITY_INVALID')],
  ['ERR_CERT_COMMON_NAME_INVALID', untrusted('CERT_COMMON_NAME_INVALID')],
  ['ERR_CERT_DATE_INVALID', untrusted('CERT_DATE_INVALID')],
  ['ERR_SSL_PROTOCOL_ERROR', untrusted('ERR_SSL_PROTOCOL_ERROR')],
  ['ERR_TIMED_OUT', { kind: 'timeout' }],
  ['ERR_TOO_MANY_REDIRECTS', { kind: 'moved' }],
  ['ERR_UNSAFE_REDIRECT', { kind: 'moved' }],
  ['ERR_CONTENT_DECODING_FAILED', unusable],
  ['ERR_INVALID_HTTP_RESPONSE', unusable],
  ['ERR_RESPONSE_HEADERS_TOO_BIG', { kind: 'tooLarge' }],
  ['ERR_BLOCKED_BY_CLIENT', offline('network')],
  ['ERR_SOMETHING_OF_NEXT_YEAR', offline('dropped')],
]
const node: [string, object][] = [
  ['ENOTFOUND', offline('dns')],
  ['EAI_AGAIN', offline('dns')],
  ['ECONNREFUSED', offline('unreachable')],
  ['EHOSTUNREACH', offline('unreachable')],
  ['UND_ERR_CONNECT_TIMEOUT', offline('unreachable')],
  ['ECONNRESET', offline('dropped')],
  ['EPIPE', offline('dropped')],
  ['UND_ERR_SOCKET', offline('dropped')],
  ['UND_ERR_BODY_TIMEOUT', { kind: 'timeout' }],
  ['CERT_HAS_EXPIRED', untrusted('CERT_HAS_EXPIRED')],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted('SELF_SIGNED_CERT_IN_CHAIN')],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
  ['ERR_TLS_CERT_ALTNAME_INVALID', untrusted('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['ERR_SSL_WRONG_VERSION_NUMBER', untrusted('ERR_SSL_WRONG_VERSION_NUMBER')],
  ['HPE_INVALID_CONSTANT', unusable],
  ['Z_DATA_ERROR', unusable],
]

describe('failureOf', () => {
  it.each(chromium)('takes Chromium’s %s for %j, bare and wrapped', async (word, expected) => {
    expect(failureOf(new Error(`net::${word}`))).toEqual(expected)
    expect(failureOf(await wrapped(new Error(`net::${word}`)))).toEqual(expected)
  })

  it.each(node)('takes Node’s %s for %j, bare and wrapped', async (code, expected) => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error('of the socket'), { code }) })
    expect(failureOf(error)).toEqual(expected)
    expect(failureOf(await wrapped(error))).toEqual(expected)
  })

  it.each([
    new Error('Attempted to redirect, but redirect policy was \'error\''),
    new TypeError('fetch failed', { cause: new Error('unexpected redirect') }),
  ])('takes a refused redirect for moved: %s', async (error) => {
    expect(failureOf(await wrapped(error))).toEqual({ kind: 'moved' })
  })

  it.each([undefined, null, 'net::ERR_CERT_DATE_INVALID', 7, {}, new Error('')])('takes %j for a broken connection', (thrown) => {
    expect(failureOf(thrown)).toEqual(offline('dropped'))
  })

  it('comes to an end with an error that is its own cause', () => {
    const error = new Error('of itself')
    error.cause = error
    expect(failureOf(error)).toEqual(offline('dropped'))
  })

  it('carries no word of the error on', async () => {
    const thrown = await wrapped(Object.assign(new Error('Bearer eyJsecret'), { code: 'ECONNRESET' }))
    expect(inspect(failureOf(thrown), { depth: 9, showHidden: true })).not.toContain('eyJsecret')
  })
})
