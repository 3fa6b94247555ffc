import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron'
import type { Arriving, BodyReader } from '../ports'

type Wanted = Pick<RequestInit, 'method' | 'headers' | 'body' | 'signal'>

/**
 * `session.fetch` for a body of text, with redirects refused, without cookies and cache. What `fetch` wraps around each request (web
 * streams for both bodies, a request that is read as one) costs main more than half of the request itself, and a job sends hundreds a
 * second.
 */
export function send(through: Session, url: string, { method = 'GET', headers, body, signal }: Wanted): Promise<Arriving> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const request = net.request({ url, method, session: through, redirect: 'error', credentials: 'omit', cache: 'no-store' })
    for (const [name, value] of new Headers(headers)) request.setHeader(name, value)
    signal?.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason as Error)
    }, { once: true })
    request.on('error', reject)
    request.on('response', (incoming) => { resolve(arriving(incoming, request)) })
    request.end(typeof body === 'string' ? body : undefined)
  })
}

function arriving(incoming: IncomingMessage, request: ClientRequest): Arriving {
  const { statusCode: status, headers } = incoming
  const reader = readerOf(incoming, request)
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name) => Object.hasOwn(headers, name) ? [headers[name]].flat().join(', ') : null },
    body: { getReader: () => reader },
  }
}

/** Not backed up: a reader that has had enough gives the request up. */
function readerOf(incoming: IncomingMessage, request: ClientRequest): BodyReader {
  const chunks: Uint8Array[] = []
  let end: { cause?: unknown } | undefined
  let wake: () => void = () => undefined

  const over = (how: { cause?: unknown }) => {
    end ??= how
    wake()
  }
  incoming.on('data', (chunk) => {
    chunks.push(chunk)
    wake()
  })
  incoming.on('end', () => { over({}) })
  incoming.on('error', (cause: unknown) => { over({ cause }) })
  incoming.on('aborted', () => { over({ cause: new Error('net::ERR_CONNECTION_CLOSED') }) })

  return {
    async read() {
      while (chunks.length === 0 && !end) await new Promise<void>((resolve) => { wake = resolve })
      const value = chunks.shift()
      if (value) return { done: false, value }
      if (end?.cause) throw end.cause
      return { done: true }
    },
    async cancel() {
      if (!end) request.abort()
      over({})
    },
  }
}
