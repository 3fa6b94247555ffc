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
  const { status } = refused
  if (isPageOfTheWay(refused)) return { kind: 'webPage' }
  if (status >= 300 && status < 400) return { kind: 'moved' }
  return MEANINGS[status]?.(refused, now) ?? { kind: 'server', status }
}

const invalid = (refused: Refused): AppError => ({ kind: 'invalid', fields: fieldErrors(jsonOf(refused)) })
const throttled = (refused: Refused, now: number): AppError => ({ kind: 'throttled', retryAfter: pauseOf(refused, now) })

const MEANINGS: Record<number, (refused: Refused, now: number) => AppError | undefined> = {
  400: invalid,
  401: (refused) => ({ kind: 'signedOut', reason: reasonOf(jsonOf(refused)) }),
  403: () => ({ kind: 'forbidden' }),
  404: () => ({ kind: 'notFound' }),
  407: () => ({ kind: 'offline', cause: 'proxy' }),
  408: () => ({ kind: 'timeout' }),
  409: (refused) => ({ kind: 'conflict', detail: Object.values(fieldErrors(jsonOf(refused))).flat()[0] ?? '' }),
  422: invalid,
  429: throttled,
  // A busy API that says when to come back; a proxy's page about itself does not count.
  503: (refused, now) => refused.retryAfter === null || isWebPage(refused.contentType, refused.body) ? undefined : throttled(refused, now),
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
