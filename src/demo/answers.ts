import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An answer whose body is this JSON text. */
export const jsonText = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'Content-Type': 'application/json', ...headers } })

/** An answer whose body is this value as JSON. */
export const json = (status: number, value: unknown): Response => jsonText(status, JSON.stringify(value))

/** What a handler throws to end the request with an error body; a 401 names the scheme, as Django REST Framework does. */
export function refusal(status: ContentfulStatusCode, body: object, headers: Record<string, string> = {}): HTTPException {
  const scheme: Record<string, string> = status === 401 ? { 'WWW-Authenticate': 'Bearer realm="api"' } : {}
  return new HTTPException(status, { res: jsonText(status, JSON.stringify(body), { ...scheme, ...headers }) })
}

/** 404 for a row that does not exist. */
export const notFound = (): HTTPException => refusal(404, { detail: 'Not found.' })

/** Django's own page for a URL that matches nothing. */
export const djangoNotFound = (): Response =>
  djangoPage(404, 'Not Found', '<h1>Not Found</h1><p>The requested resource was not found on this server.</p>')

/** Django's own page for an unhandled error. */
export const djangoServerError = (): Response => djangoPage(500, 'Server Error (500)', '<h1>Server Error (500)</h1><p></p>')

const djangoPage = (status: number, title: string, body: string) => new Response(
  `\n<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  ${body}\n</body>\n</html>\n`,
  { status, headers: { 'Content-Type': 'text/html' } },
)
