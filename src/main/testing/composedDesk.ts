import * as fs from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { createDemoClinic, type DemoClinic, type DemoOptions } from '@demo/clinic'
import { callRequestRows } from '@main/callRequests/callRequestRows'
import { compose, type Platform } from '@main/compose'
import type { After } from '@main/feed/after'
import type { Reader } from '@main/feed/reader'
import type { Push } from '@main/lists'
import type { Kinds } from '@main/readerKinds'
import type { Disk } from '@main/secrets/durableFile'
import { slotRows } from '@main/slots/slotRows'
import { staffRows } from '@main/staff/staffRows'
import { unpackDay } from '@shared/domain/packedDay'
import type { BoardDay, DayQuery } from '@shared/domain/slot'
import type { Call, In, Out } from '@shared/ipc/contract'
import { AppFailure, type Reply } from '@shared/errors'
import { directReader } from './directReader'
import { faultServer, type Seen } from './faultServer'
import { memoryDesktop, type MemoryDesktop } from './memoryDesktop'
import { memoryKeyStore, type MemoryKeyStore } from './memoryKeyStore'
import { memoryPreferences } from './memoryPreferences'
import { memoryWall, type MemoryWall } from './memoryWall'
import { memoryPresence, type MemoryPresence } from './memoryPresence'
import { givingOut, type HandedOut } from './givingOut'
import { mortal } from './mortal'
import { nodeTransport } from './nodeTransport'
import { silentLog } from './silentLog'
import { speaker } from '@main/tongue/speaker'

const ROUTES = '/v1/api/integrate/'
const readers = { slots: directReader(slotRows), callRequests: directReader(callRequestRows), staff: directReader(staffRows) }

/** A request at the server's door. */
export interface Arrival {
  /** `POST api/hospitalstaff/` */
  what: string
  body: string
  response: ServerResponse
  /** Lets the clinic do its work, on another body if one is given; the fault decides whether anybody gets to see the answer. */
  carryOut: (body?: object) => Promise<Response>
}

/** Deals with a request instead of the clinic; undefined leaves it to the clinic. */
export type Fault = (arrival: Arrival) => Promise<unknown> | undefined

/** The main process as it is composed, before a demo clinic on loopback that can be made to fail. */
export interface ComposedDesk {
  clinic: DemoClinic
  /** What arrived: method and path below the base with its query, in order. */
  asked: string[]
  /** The fault that holds now; replace it. */
  server: { fault: Fault }
  clock: { now: number }
  keyStore: MemoryKeyStore
  presence: MemoryPresence
  desktop: MemoryDesktop
  wall: MemoryWall
  folder: string
  /** What was saved as a file or copied, in order; `refuse` makes saving fail, as a full disk does. */
  handedOut: HandedOut
  /** Events pushed to the renderer, in order, with what they carry. */
  pushed: string[]
  /** Calls main as the renderer does. Throws `AppFailure`. */
  ask: <C extends Call>(call: C, ...input: In<C> extends void ? [] : [In<C>]) => Promise<Out<C>>
  /** Puts a day of these clinics on the board, as the page does. */
  day: (query: DayQuery) => Promise<BoardDay>
  signIn: (email?: string) => Promise<unknown>
  /** Runs what looks at the clock again and again. */
  tick: () => void
  /** Milliseconds until it would do so by itself. */
  nextTick: () => number
  /** From now on nothing listens where the clinic was. */
  goAway: () => Promise<void>
  /** Kills the program: nothing that it has begun goes on. */
  kill: () => void
  /** Kills the program and starts it again over the same folder and key store; goes on with the session that was kept. */
  restart: () => Promise<unknown>
  close: () => Promise<void>
}

/** What is to run later runs when it is told to. */
function timerByHand(): { after: After, run: () => void, wait: () => number } {
  let next = () => {}
  let wait = 0
  return {
    after(ms, run) {
      next = run
      wait = ms
      return () => { next = () => {} }
    },
    run: () => { next() },
    wait: () => wait,
  }
}

/** Starts it, signed in as the clinic's first account. Answers that are lost are settled within 100 ms, requests end after one second. */
export async function composedDesk({ disk, ...options }: DemoOptions & { disk?: Disk } = {}): Promise<ComposedDesk> {
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') }
  const clinic = createDemoClinic({ now: () => clock.now, today: '2026-11-23', ...options })
  const asked: string[] = []
  const desk = { fault: (): Promise<unknown> | undefined => undefined } as ComposedDesk['server']
  const server = await faultServer((seen, response) => {
    const what = `${seen.method} ${seen.path.slice(ROUTES.length)}`
    asked.push(what)
    const carryOut = (body?: object) => clinic.fetch(requestOf(body ? { ...seen, body: JSON.stringify(body) } : seen, server.origin))
    const faulty = desk.fault({ what, body: seen.body, response, carryOut })
    void (faulty ?? carryOut().then((answer) => give(response, answer)))
  })
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'desk-'))
  const keyStore = memoryKeyStore()
  const presence = memoryPresence()
  const [desktop, wall] = [memoryDesktop(), memoryWall()]
  const pushed: string[] = []
  const handedOut: HandedOut = { texts: [], printed: [], folder: undefined, refuse: false }
  const byHand = timerByHand()
  const answers = new Map<string, (sender: unknown, input: unknown) => Promise<Reply<unknown>>>()
  const platform: Platform<unknown> = {
    ipc: { handle: (channel, listener) => { answers.set(channel, listener) } },
    isTrusted: () => true,
    push: (event, ...payload) => { pushed.push([event, ...payload.map((each) => JSON.stringify(each))].join(' ')) },
    transport: nodeTransport(), keyStore, preferences: memoryPreferences(), log: silentLog, clock: () => clock.now,
    desktop, wallWindow: wall, presence, folder, speaker: speaker([]),
    demo: { start: () => Promise.reject(new Error('none')) },
    ...givingOut(handedOut),
    reader: { of: (kind) => readers[kind] } as Reader<Kinds>,
    info: { version: '0', electron: '0', chromium: '0', platform: 'linux', zone: 'UTC', policy: { state: 'none', file: '', fixed: [] } }, policy: {},
    licences: async () => [], updater: undefined,
    start: { server: undefined, withDemo: false }, readLog: async () => '',
    after: byHand.after, verifierCost: 2,
    pace: { deadlines: { read: 1000, write: 1000 }, settleAt: [0, 20, 50, 100] },
  }
  const program = programOn(platform, disk)
  program.begin()
  const ask: ComposedDesk['ask'] = async (call, ...input) => {
    const reply = await answers.get(call)!(undefined, input[0])
    if (!reply.ok) throw new AppFailure(reply.error)
    return reply.value as never
  }
  const passwordOf = (email: string) => clinic.accounts.find((account) => account.email === email)!.password
  const signIn = (email = clinic.account.email) => ask('session:signIn', { server: server.origin, email, password: passwordOf(email) })
  // On a busy machine a deadline that is short for a test's sake may pass.
  await vi.waitFor(() => signIn())
  return {
    clinic, asked, server: desk, clock, keyStore, presence, desktop, wall, folder, handedOut, pushed, ask, signIn, goAway: server.close,
    kill: program.kill, tick: byHand.run, nextTick: byHand.wait, day: async (query) => unpackDay(await ask('slots:day', query)),
    restart() {
      program.kill()
      return program.begin().restore()
    },
    async close() {
      await ask('outbox:discardAll').catch(() => undefined)
      await ask('session:signOut')
      await server.close()
      // Activity is written in the background.
      await fs.rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    },
  }
}

/** The program that runs on a platform, until it is killed and begun again. */
function programOn(platform: Platform<unknown>, disk: Disk | undefined) {
  let running: ReturnType<typeof mortal> | undefined
  return {
    begin() {
      const { transport, disk: own, isAlive } = running = mortal(nodeTransport(), disk)
      const push: Push = (event, ...payload) => { if (isAlive()) platform.push(event, ...payload) }
      return compose({ ...platform, transport, disk: own, push })
    },
    kill() { running?.kill() },
  }
}

/** Sends an answer of the clinic's. */
export async function give(response: ServerResponse, answer: Response): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
}

function requestOf({ method, path: url, headers, body }: Seen, origin: string): Request {
  const kept = Object.entries(headers).filter(([name]) => name !== 'content-length').map(([name, value]): [string, string] => [name, String(value)])
  return new Request(origin + url, { method, headers: kept, body: body || null })
}
