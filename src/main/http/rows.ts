import * as v from 'valibot'
import { AppFailure } from '@shared/errors'
import type { Page, Row, Rows } from './api'

/** Adds one page's rows to `found`, row by row: a row that `row` refuses is counted, the others stay. Throws when the page is no list. */
export function pageRows<T>(body: unknown, row: Row<T>, found: Rows<T>): Page {
  const { results, ...page } = pageOf(body)
  for (const result of results) {
    const read = v.safeParse(row, result)
    if (read.success) found.rows.push(read.output)
    else found.unusable += 1
  }
  return page
}

/** A page's rows and the next page's address: a plain array or `{ count, next, previous, results }`. Throws `AppFailure` (unusable). */
export function pageOf(body: unknown): { results: unknown[] } & Page {
  if (Array.isArray(body)) return { results: body, next: null, rows: body.length, count: null }
  const read = v.safeParse(envelope, body)
  if (!read.success) throw new AppFailure({ kind: 'unusable', detail: 'shape' })
  const { results, next, count } = read.output
  return { results, next: next || null, rows: results.length, count }
}

// Cursor pagination has no count.
const envelope = v.object({ results: v.array(v.unknown()), next: v.nullish(v.string()), count: v.fallback(v.nullable(v.number()), null) })
