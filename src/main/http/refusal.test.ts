import { describe, expect, it } from 'vitest'
import type { AppError } from '@shared/errors'
import { refusalOf, type Refused } from './refusal'

const NOW = Date.parse('2026-11-23T09:00:00Z')
const page = '\n<!doctype html><html><h1>Not Found</h1></html>'

function refusal(status: number, body: unknown, more: Partial<Refused> = {}): AppError {
  const isText = typeof body === 'string'
  const bytes = new TextEncoder().encode(isText ? body : JSON.stringify(body))
  return refusalOf({ status, body: bytes, contentType: isText ? 'text/html' : 'application/json', retryAfter: null, date: null, ...more }, NOW)
}

describe('refusalOf', () => {
  it.each<[number, unknown, AppError]>([
    [301, '', { kind: 'moved' }],
    [304, '', { kind: 'moved' }],
    [400, { name: ['This field is required.'] }, { kind: 'invalid', fields: { name: ['This field is required.'] } }],
    [400, page, { kind: 'invalid', fields: {} }],
    [401, { detail: 'Given token not valid', code: 'token_not_valid', messages: [{ message: 'expired' }] }, { kind: 'signedOut', reason: 'ended' }],
    [401, { detail: 'Authentication credentials were not provided.' }, { kind: 'signedOut', reason: 'ended' }],
    [401, { detail: 'User is inactive', code: 'user_inactive' }, { kind: 'signedOut', reason: 'inactive' }],
    [401, { detail: 'User not found', code: 'user_not_found' }, { kind: 'signedOut', reason: 'unknownUser' }],
    [401, [], { kind: 'signedOut', reason: 'ended' }],
    [401, page, { kind: 'webPage' }],
    [403, { detail: 'You do not have permission to perform this action.' }, { kind: 'forbidden' }],
    [403, page, { kind: 'webPage' }],
    [404, { detail: 'Not found.' }, { kind: 'notFound' }],
    [404, page, { kind: 'notFound' }],
    [405, { detail: 'Method "DELETE" not allowed.' }, { kind: 'server', status: 405 }],
    [407, page, { kind: 'offline', cause: 'proxy' }],
    [408, '', { kind: 'timeout' }],
    [409, { detail: 'It is in use.' }, { kind: 'conflict', detail: 'It is in use.' }],
    [409, page, { kind: 'conflict', detail: '' }],
    [415, { detail: 'Unsupported media type' }, { kind: 'server', status: 415 }],
    [422, { start_time: ['Wrong.'] }, { kind: 'invalid', fields: { start_time: ['Wrong.'] } }],
    [500, page, { kind: 'server', status: 500 }],
    [502, '<html>Bad Gateway</html>', { kind: 'server', status: 502 }],
    [503, '', { kind: 'server', status: 503 }],
    [511, page, { kind: 'webPage' }],
  ])('takes %i with %j for %j', (status, body, expected) => { expect(refusal(status, body)).toEqual(expected) })

  it.each<[string | null, string | null, number]>([
    ['60', null, 60],
    [' 7 ', null, 7],
    ['0', null, 1],
    ['86400', null, 600],
    [null, null, 10],
    ['soon', null, 10],
    ['-5', null, 1],
    ['Mon, 23 Nov 2026 09:00:30 GMT', null, 30],
    ['Mon, 23 Nov 2026 08:00:00 GMT', null, 1],
    ['Mon, 23 Nov 2026 12:00:00 GMT', null, 600],
    // By the clock that wrote it, not by ours.
    ['Mon, 23 Nov 2026 14:00:20 GMT', 'Mon, 23 Nov 2026 14:00:00 GMT', 20],
  ])('reads a Retry-After of %j (Date %j) as %i seconds', (retryAfter, date, seconds) => {
    expect(refusal(429, { detail: 'Request was throttled.' }, { retryAfter, date })).toEqual({ kind: 'throttled', retryAfter: seconds })
  })

  it('obeys the Retry-After of a 503 from the API, not that of a web page', () => {
    expect(refusal(503, { detail: 'Maintenance.' }, { retryAfter: '30' })).toEqual({ kind: 'throttled', retryAfter: 30 })
    expect(refusal(503, page, { retryAfter: '30' })).toEqual({ kind: 'server', status: 503 })
  })
})
