import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request as it arrived. */
export interface Seen { method: string, path: string, headers: IncomingHttpHeaders, body: string }

export interface FaultServer {
  /** `http://127.0.0.1:8123` */
  origin: string
  /** All requests, in order of their arrival. */
  seen: Seen[]
  close: () => Promise<void>
}

/** A server on loopback that does whatever `answer` does to the response: hang, cut, drip, lie. */
export async function faultServer(answer: (request: Seen, response: ServerResponse) => void): Promise<FaultServer> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    // Whoever asks may go away in the middle; that is what some tests want.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    void text(request).catch(() => '').then((body) => {
      const one = { method, path: url, headers, body }
      seen.push(one)
      answer(one, response)
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}

/** Answers with JSON: a value, or a text as it is. */
export function sendJson(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
