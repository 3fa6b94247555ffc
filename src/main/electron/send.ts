import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron'

/** Their answers have no body, and `Response` refuses one. */
const BODILESS = new Set([204, 205, 304])

/**
 * `session.fetch` for a body of text, with redirects refused, without cookies and cache. What `fetch` wraps around each request (two web
 * streams, a request that is read as one) costs main a quarter as much as the request itself, and a job sends hundreds a second.
 */
export function send(through: Session, url: string, { method = 'GET', headers, body, signal }: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const request = net.request({ url, method, session: through, redirect: 'error', credentials: 'omit', cache: 'no-store' })
    for (const [name, value] of new Headers(headers)) request.setHeader(name, value)
    signal?.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason as Error)
    }, { once: true })
    request.on('error', reject)
    request.on('response', (incoming) => {
      try {
        resolve(responseOf(incoming, request))
      } catch (cause) {
        request.abort()
        reject(cause as Error)
      }
    })
    request.end(typeof body === 'string' ? body : undefined)
  })
}

function responseOf(incoming: IncomingMessage, request: ClientRequest): Response {
  const { statusCode: status, headers } = incoming
  const body = streamOf(incoming, request)
  return new Response(BODILESS.has(status) ? null : body, { status, headers: headersOf(headers) })
}

function headersOf(all: IncomingMessage['headers']): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(all)) headers.set(name, [value].flat().join(', '))
  return headers
}

/** Not backed up: a reader that has had enough gives the request up. */
function streamOf(incoming: IncomingMessage, request: ClientRequest): ReadableStream<Uint8Array> {
  let isOver = false
  const once = (end: () => void) => {
    if (!isOver) end()
    isOver = true
  }
  return new ReadableStream({
    start(controller) {
      incoming.on('data', (chunk) => { if (!isOver) controller.enqueue(chunk) })
      incoming.on('end', () => { once(() => { controller.close() }) })
      incoming.on('error', (cause: unknown) => { once(() => { controller.error(cause) }) })
      incoming.on('aborted', () => { once(() => { controller.error(new Error('net::ERR_CONNECTION_CLOSED')) }) })
    },
    cancel() { once(() => { request.abort() }) },
  })
}
