import { AppFailure } from '@shared/errors'
import type { Arriving } from '@main/ports'
import { joined } from './body'

/** Throws `AppFailure` when a good answer with a body is no JSON: webPage for HTML, else unusable. */
export function checkMediaType(response: Pick<Arriving, 'headers'>, pieces: readonly Uint8Array[]): void {
  const type = response.headers.get('content-type') ?? ''
  if (isJson(type)) return
  const body = joined(pieces)
  if (body.byteLength === 0) return
  throw new AppFailure(isWebPage(type, body) ? { kind: 'webPage' } : { kind: 'unusable', detail: 'json' })
}

const isJson = (contentType: string): boolean => /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType.trim())

/** Whether an answer is a page for people: by its type, or by its first character where the type says nothing. */
export const isWebPage = (contentType: string, body: Uint8Array): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType.trim())
  || (!isJson(contentType) && new TextDecoder().decode(body.subarray(0, 64)).trimStart().startsWith('<'))
