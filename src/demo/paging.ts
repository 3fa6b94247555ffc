import { jsonText, refusal } from './answers'
import type { Call } from './view'

/** Rows of a list as JSON text joined by commas, from `from` to `to` (excluded). */
export interface RowSource { count: number, text: (from: number, to: number) => string }

/** Gives a list's answer: a plain array, or one page in an envelope. */
export type ListAnswer = (call: Call, rows: RowSource) => Response

/**
 * Lists as plain arrays, or with `pageSize` as Django REST Framework's PageNumberPagination writes them: links are absolute,
 * on the host that the request named; a page that does not exist is the server's 404.
 */
export const listAnswer = (pageSize?: number): ListAnswer => ({ url }, { count, text }) => {
  if (pageSize === undefined) return jsonText(200, `[${text(0, count)}]`)
  const last = Math.max(1, Math.ceil(count / pageSize))
  const asked = url.searchParams.get('page') ?? '1'
  const page = asked === 'last' ? last : /^\d+$/.test(asked) ? Number(asked) : 0
  if (page < 1 || page > last) throw refusal(404, { detail: 'Invalid page.' })
  const results = text((page - 1) * pageSize, Math.min(count, page * pageSize))
  const next = page < last ? link(url, page + 1) : null
  const previous = page > 1 ? link(url, page - 1) : null
  return jsonText(200, `{"count":${count},"next":${JSON.stringify(next)},"previous":${JSON.stringify(previous)},"results":[${results}]}`)
}

/** A list of values that are turned into JSON one by one. */
export const rowsOf = <T>(values: readonly T[], write: (value: T) => unknown): RowSource => ({
  count: values.length,
  text: (from, to) => values.slice(from, to).map((value) => JSON.stringify(write(value))).join(','),
})

function link(url: URL, page: number): string {
  const target = new URL(url)
  if (page === 1) target.searchParams.delete('page')
  else target.searchParams.set('page', String(page))
  return target.href
}
