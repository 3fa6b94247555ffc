import { AppFailure } from '@shared/errors'
import type { Delivery, Page } from './api'
import type { Answer } from './client'
import type { Validator } from './validator'

const MOST_PAGES = 10_000

/**
 * Reads a list page by page. Only the query of `next` is used: behind a proxy it names the server's inner host or scheme,
 * and no text from a server may decide where the token goes. A list of one page may be asked for on condition; of several pages the
 * first could be unchanged and the others not.
 * @param first query of the first page, `?clinic_id=1` or ''
 * @throws AppFailure (unusable) when the pages run in a circle or never end, or when fewer rows came than the server counts
 */
export async function readPages(
  first: string,
  get: (query: string, known?: Validator | null) => Promise<Answer>,
  take: (body: Uint8Array[]) => Promise<Page>,
  known: Validator | null = null,
): Promise<Delivery> {
  const seen = new Set<string>()
  let query: string | null = first
  let rows = 0
  let last: Page | null = null
  let validator: Validator | null = null
  while (query !== null) {
    if (seen.has(query) || seen.size === MOST_PAGES) throw new AppFailure({ kind: 'unusable', detail: 'shape' })
    const answer: Answer = await get(query, seen.size === 0 ? known : null)
    if (!answer.body) return { isUnchanged: true, validator: answer.validator }
    seen.add(query)
    validator = answer.validator
    last = await take(answer.body)
    rows += last.rows
    query = last.next === null ? null : queryOf(last.next)
  }
  if (last && last.count !== null && rows < last.count) throw new AppFailure({ kind: 'unusable', detail: 'cut' })
  return { isUnchanged: false, validator: seen.size === 1 ? validator : null }
}

const queryOf = (address: string) => /\?[^#]*/.exec(address)?.[0] ?? ''
