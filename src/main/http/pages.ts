import { AppFailure } from '@shared/errors'
import type { Page } from './api'

const MOST_PAGES = 10_000

/**
 * Reads a list page by page. Only the query of `next` is used: behind a proxy it names the server's inner host or scheme,
 * and no text from a server may decide where the token goes.
 * @param first query of the first page, `?clinic_id=1` or ''
 * @throws AppFailure (unusable) when the pages run in a circle or never end
 */
export async function readPages(
  first: string, get: (query: string) => Promise<Uint8Array>, take: (body: Uint8Array) => Promise<Page>,
): Promise<void> {
  const seen = new Set<string>()
  let query: string | null = first
  while (query !== null) {
    if (seen.has(query) || seen.size === MOST_PAGES) throw new AppFailure({ kind: 'unusable', detail: 'shape' })
    seen.add(query)
    const { next } = await take(await get(query))
    query = next === null ? null : queryOf(next)
  }
}

const queryOf = (address: string) => /\?[^#]*/.exec(address)?.[0] ?? ''
