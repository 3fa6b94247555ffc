import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDemoClinic, type DemoClinic, type DemoOptions } from '@demo/clinic'
import { clinicApi, type ClinicApi } from '@main/http/api'
import { createClient } from '@main/http/client'
import { masterKey } from '@main/secrets/masterKey'
import { createSession, type Session, type SessionOptions } from '@main/session/session'
import { tokenStore } from '@main/session/tokenStore'
import { faultServer, type Seen } from './faultServer'
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
  /** Answers instead of the clinic while it gives something; 'lost' is a connection that drops after the clinic has done its work. */
  instead: { answer: (path: string, clinic: () => Promise<Response>) => Promise<Response> | 'lost' | undefined }
  folder: string
  keyStore: MemoryKeyStore
  /** Our wall clock, and how far the server's is ahead of it; milliseconds. */
  clock: { now: number, ahead: number }
  /** Runs what the session does every few seconds. */
  tick: () => void
  /** How often session:changed was said. */
  changes: () => number
  /** A session as after a start of the program, over the same folder. */
  start: (wired?: Partial<Pick<SessionOptions, 'isDemo' | 'remember'>>) => { session: Session, api: ClinicApi }
  form: { server: string, email: string, password: string }
  close: () => Promise<void>
}

export async function sessionDesk(options: DemoOptions = {}): Promise<SessionDesk> {
  const clock = { now: Date.parse('2026-11-23T09:00:00Z'), ahead: 0 }
  const clinic = createDemoClinic({ now: () => clock.now + clock.ahead, ...options })
  const asked: string[] = []
  const instead: SessionDesk['instead'] = { answer: () => undefined }
  const server = await faultServer((seen, response) => {
    const route = seen.path.slice(ROUTES.length).replace(/\?.*/, '')
    asked.push(`${seen.method} ${route}`)
    const ofClinic = () => clinic.fetch(requestOf(seen, server.origin))
    const given = instead.answer(route, ofClinic)
    void (given === 'lost' ? ofClinic() : given ?? ofClinic()).then(async (answer) => {
      if (given === 'lost') return response.destroy()
      const headers = { ...Object.fromEntries(answer.headers), date: new Date(clock.now + clock.ahead).toUTCString() }
      return response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()))
    })
  })
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'session-'))
  const keyStore = memoryKeyStore()
  const ticking = new Set<() => void>()
  let changes = 0
  const start: SessionDesk['start'] = (wired) => {
    const transport = nodeTransport()
    const key = masterKey({ keyStore, file: path.join(folder, 'key'), log: silentLog })
    const client = createClient({ transport, clock: () => clock.now, sleep: async () => undefined })
    const session = createSession({
      client, transport, clock: () => clock.now, log: silentLog,
      store: tokenStore({ masterKey: key, file: path.join(folder, 'session'), log: silentLog }),
      changed: () => { changes += 1 },
      isDemo: () => false,
      remember: () => undefined,
      every: (_, run) => {
        ticking.add(run)
        return () => { ticking.delete(run) }
      },
      ...wired,
    })
    return { session, api: clinicApi(client, session) }
  }
  return {
    clinic, origin: server.origin, asked, instead, folder, keyStore, clock, start,
    tick: () => { for (const run of ticking) run() },
    changes: () => changes,
    form: { server: server.origin, ...clinic.account },
    close: async () => {
      await server.close()
      await fs.rm(folder, { recursive: true })
    },
  }
}

const requestOf = ({ method, path: url, headers, body }: Seen, origin: string) =>
  new Request(origin + url, { method, headers: Object.entries(headers).map(([name, value]) => [name, String(value)]), body: body || null })
