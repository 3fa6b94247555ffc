import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDemoClinic, type DemoClinic, type DemoOptions } from '@demo/clinic'
import { listen } from '@demo/listen'
import { createClient } from '@main/http/client'
import { masterKey } from '@main/secrets/masterKey'
import { createSession, type Session } from '@main/session/session'
import { tokenStore } from '@main/session/tokenStore'
import { memoryKeyStore, type MemoryKeyStore } from './memoryKeyStore'
import { nodeTransport } from './nodeTransport'
import { silentLog } from './silentLog'

const ROUTES = '/v1/api/integrate/'

/** A desk before a demo clinic on loopback: real HTTP, real files, a clock set by hand. */
export interface SessionDesk {
  clinic: DemoClinic
  /** Where the clinic listens. */
  origin: string
  /** Method and path below the base of each request, in order. */
  asked: string[]
  /** Answers instead of the clinic while it gives one. */
  instead: { answer: (path: string, clinic: () => Promise<Response>) => Promise<Response> | undefined }
  folder: string
  keyStore: MemoryKeyStore
  clock: { now: number }
  /** Runs what the session does every few seconds. */
  tick: () => void
  /** How often session:changed was said. */
  changes: () => number
  /** A session as after a start of the program, over the same folder. */
  start: () => Session
  form: { server: string, email: string, password: string }
  close: () => Promise<void>
}

export async function sessionDesk(options: DemoOptions = {}): Promise<SessionDesk> {
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') }
  const clinic = createDemoClinic({ now: () => clock.now, ...options })
  const asked: string[] = []
  const instead: SessionDesk['instead'] = { answer: () => undefined }
  const server = await listen({ fetch: (request) => {
    const route = new URL(request.url).pathname.slice(ROUTES.length)
    asked.push(`${request.method} ${route}`)
    return instead.answer(route, () => clinic.fetch(request)) ?? clinic.fetch(request)
  } })
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'session-'))
  const keyStore = memoryKeyStore()
  const ticking = new Set<() => void>()
  let changes = 0
  const start = () => {
    const transport = nodeTransport()
    const key = masterKey({ keyStore, file: path.join(folder, 'key'), log: silentLog })
    return createSession({
      client: createClient({ transport, clock: () => clock.now, sleep: async () => undefined }),
      transport, clock: () => clock.now, log: silentLog,
      store: tokenStore({ masterKey: key, file: path.join(folder, 'session'), log: silentLog }),
      changed: () => { changes += 1 },
      isDemo: () => false,
      remember: () => undefined,
      every: (_, run) => {
        ticking.add(run)
        return () => { ticking.delete(run) }
      },
    })
  }
  return {
    clinic, origin: server.url, asked, instead, folder, keyStore, clock, start,
    tick: () => { for (const run of ticking) run() },
    changes: () => changes,
    form: { server: server.url, ...clinic.account },
    close: async () => {
      await server.close()
      await fs.rm(folder, { recursive: true })
    },
  }
}
