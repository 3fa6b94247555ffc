import type { AppError } from '@shared/errors'
import { fieldErrors } from './fieldErrors'
import { parseJson } from './json'
import { isWebPage } from './mediaType'

/** An answer that is no success. */
export interface Refused { status: number, body: Uint8Array, contentType: string, retryAfter: string | null, date: string | null }

const LONGEST_PAUSE = 600
const DEFAULT_PAUSE = 10

/** What a refusing answer means. `now` in epoch milliseconds serves a Retry-After date where the answer has no Date of its own. */
export function refusalOf(refused: Refused, now: number): AppError {
  const { status, contentType, body } = refused
  if (isPageOfTheWay(refused)) return { kind: 'webPage' }
  const said = jsonOf(refused)
  switch (status) {
    case 400: return { kind: 'invalid', fields: fieldErrors(said) }
    case 401: return { kind: 'signedOut', reason: reasonOf(said) }
    case 403: return { kind: 'forbidden' }
    case 404: return { kind: 'notFound' }
    case 407: return { kind: 'offline', cause: 'proxy' }
    case 408: return { kind: 'timeout' }
    case 409: return { kind: 'conflict', detail: Object.values(fieldErrors(said)).flat()[0] ?? '' }
    case 422: return { kind: 'invalid', fields: fieldErrors(said) }
    case 429: return { kind: 'throttled', retryAfter: pauseOf(refused, now) }
    case 503: if (refused.retryAfter !== null && !isWebPage(contentType, body)) return { kind: 'throttled', retryAfter: pauseOf(refused, now) }
  }
  return status >= 300 && status < 400 ? { kind: 'moved' } : { kind: 'server', status }
}

/**
 * A page of a proxy, a filter or a captive portal: the API refuses in JSON. It must neither end a session (401) nor tell
 * people that their account may only read (403). A 404 in HTML is Django's own, for an address that it has no route for.
 */
const isPageOfTheWay = ({ status, contentType, body }: Refused) =>
  status === 511 || ((status === 401 || status === 403) && isWebPage(contentType, body))

function reasonOf(said: unknown): 'ended' | 'inactive' | 'unknownUser' {
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : ''
  if (code === 'user_inactive') return 'inactive'
  return code === 'user_not_found' ? 'unknownUser' : 'ended'
}

function jsonOf({ body }: Refused): unknown {
  try { return parseJson(body) } catch { return undefined }
}

/** Seconds of a Retry-After in seconds or as an HTTP date: 1 to 600. */
function pauseOf({ retryAfter, date }: Refused, now: number): number {
  const text = (retryAfter ?? '').trim()
  const serverNow = Date.parse(date ?? '') || now
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - serverNow) / 1000)
  return Number.isNaN(seconds) ? DEFAULT_PAUSE : Math.min(Math.max(seconds, 1), LONGEST_PAUSE)
}
