import type { Announcement } from './announcement'

/**
 * The key of an announcement's notification. It tells which request is meant, so that a click hours and restarts later still leads
 * there; that of several is the first one's, and leads to the list.
 */
export const keyOf = ({ kind, requests }: Announcement): string => `${kind === 'one' ? 'request' : 'requests'}-${requests[0]!.id}`

/** The request that a key means; null for several, and for what is no key of ours. */
export function requestIn(key: string | null): number | null {
  const found = /^request-(-?\d{1,16})$/.exec(key ?? '')
  return found ? Number(found[1]) : null
}

/** The key in what Windows says of a click, such as `type=click&tag=request-7`; null when it says none. */
export const keyInActivation = (words: string): string | null => /(?:^|[^\w-])(requests?-\d{1,16})(?![\w-])/.exec(words)?.[1] ?? null
