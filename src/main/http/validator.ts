import type { Arriving } from '@main/ports'

/** What a server gave with an answer so that it may say later that nothing has changed since: its ETag, its Last-Modified, or both. */
export interface Validator { etag: string | null, lastModified: string | null }

/** The validator of an answer; null where the server offers none. */
export function validatorOf(headers: Arriving['headers']): Validator | null {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')]
  return etag === null && lastModified === null ? null : { etag, lastModified }
}

/** The headers that ask only for what is newer. */
export const conditionsOf = ({ etag, lastModified }: Validator): Record<string, string> => ({
  ...etag !== null && { 'if-none-match': etag },
  ...lastModified !== null && { 'if-modified-since': lastModified },
})
