import type { ServerResponse } from 'node:http'
import { afterEach } from 'vitest'
import { AppFailure, type AppError } from '@shared/errors'
import { createClient, type Method, type Observe } from '@main/http/client'
import { faultServer, type Seen } from './faultServer'
import { nodeTransport } from './nodeTransport'

export const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.marker-token.sig'
/** Closed after each test. */
export const servers: { close: () => Promise<void> }[] = []
afterEach(async () => { await Promise.all(servers.splice(0).map((server) => server.close())) })

interface Setup { now?: () => number, deadlines?: { read: number, write: number }, observe?: Observe }

/** A server that answers so, and a client that asks it; both end with the test. */
export async function setUp(answer: (request: Seen, response: ServerResponse) => void, { now = Date.now, ...more }: Setup = {}) {
  const server = await faultServer(answer)
  servers.push(server)
  return { server, ...clientOf(server.origin, now, more) }
}

/** A client of one origin, whose waits are noted instead of waited. */
export function clientOf(origin: string, clock: () => number, more: Omit<Setup, 'now'> = {}) {
  const transport = nodeTransport()
  transport.allow(origin)
  const slept: number[] = []
  const client = createClient({ transport, clock, random: () => 0.5, sleep: async (ms) => { slept.push(ms) }, ...more })
  const ask = (path: string, method: Method = 'GET', signal?: AbortSignal) =>
    client.request({ method, url: origin + path, token: TOKEN, signal, body: method === 'GET' ? undefined : { name: 'Ä' } })
  return { client, ask, slept }
}

/** What a request failed with. Throws when it succeeded, or with what is no `AppFailure`. */
export const errorOf = async (asked: Promise<unknown>): Promise<AppError> => {
  const failure = await asked.then(() => { throw new Error('it succeeded') }, (cause: unknown) => cause)
  if (!(failure instanceof AppFailure)) throw failure as Error
  return failure.error
}
