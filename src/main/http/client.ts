import { createFetch } from 'ofetch'
import { AppFailure, type AppError } from '@shared/errors'
import { inTurn } from '@main/inTurn'
import type { Arriving, Clock, Lane, Transport } from '@main/ports'
import { joined, readBody } from './body'
import { withDeadline } from './deadline'
import { failureOf } from './failure'
import { createPause, type Pause } from './pause'
import { refusalOf, type Refused } from './refusal'
import { withRetries, type Sleep } from './retry'
import { createSkew, type Skew } from './skew'
import { checkMediaType } from './mediaType'
import { conditionsOf, validatorOf, type Validator } from './validator'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

interface Request {
  method: Method
  url: string
  /** Access token; none on the token routes. */
  token?: string
  /** Sent as JSON. */
  body?: object | undefined
  /** Ends the request early; its reason is what the caller gets, an `AppFailure`. */
  signal?: AbortSignal | undefined
  /** Which way a write takes; 'single' without it. */
  lane?: Lane | undefined
  /** Of the answer that is known already: the server may then say that nothing has changed. */
  known?: Validator | null | undefined
}

/** A good answer. `body`, in the pieces in which it came, is null when nothing has changed since the answer that is known. */
export interface Answer { body: Uint8Array[] | null, validator: Validator | null }

/** What happens on the wire, for the sync status. Each `begun` is followed by one of the others, which knows when that was. */
export type Observe = (event: { kind: 'begun' | 'succeeded' } | { kind: 'failed', error: AppError, began: number }) => void

export interface Client {
  /**
   * The body of a good answer: JSON text in UTF-8, at most 16 MiB, empty only where the server sent none.
   * Reads are tried up to three times, writes once. Throws `AppFailure` only; a 401 is signedOut with the server's reason.
   */
  request: (request: Omit<Request, 'known'>) => Promise<Uint8Array>
  /** The same with the answer's validator, and without a body where nothing has changed. */
  answer: (request: Request) => Promise<Answer>
  /** How far the server's clock is ahead of ours, in milliseconds; 0 while it is less than 5 s. */
  skew: () => number
}

interface Options {
  transport: Transport
  clock: Clock
  observe?: Observe
  sleep?: Sleep
  /** 0 to 1, for the jitter. */
  random?: () => number
  /** Milliseconds for headers and body together. */
  deadlines?: { read: number, write: number }
}

/** What all requests share. */
interface Shared { clock: Clock, pause: Pause, skew: Skew, deadlines: { read: number, write: number } }

/** The one way to the clinic server: deadlines, size cap, strict JSON, retries of reads, obedience to Retry-After. */
export function createClient({
  transport, clock, observe = () => undefined, sleep = wait, random = Math.random, deadlines = { read: 15_000, write: 30_000 },
}: Options): Client {
  const shared: Shared = { clock, deadlines, pause: createPause(clock, sleep), skew: createSkew(clock) }
  const read = fetcher(transport.read)
  const lanes = new Map<Lane, WriteLane>()
  const laneOf = (name: Lane = 'single') => {
    const lane: WriteLane = lanes.get(name) ?? { write: (url, init) => transport.write(url, { ...init, ...fixed }, name), turn: inTurn() }
    lanes.set(name, lane)
    return lane
  }
  // The transport drops all connections of a lane before a write, which would cut the body of the write before: a turn ends with its body.
  const written = (request: Request) => {
    const { write, turn } = laneOf(request.lane)
    return turn(() => exchange(write, request, shared))
  }
  const once = async (request: Request) => {
    await shared.pause.pass(request.url)
    const answer = request.method === 'GET' ? exchange(read, request, shared) : written(request)
    return answer.catch((cause: unknown) => { throw asFailure(cause) })
  }
  const sent = (request: Request) => request.method === 'GET' ? withRetries(() => once(request), { sleep, random }) : once(request)
  const answer: Client['answer'] = async (request) => {
    const began = clock()
    observe({ kind: 'begun' })
    try {
      const good = await sent(request)
      observe({ kind: 'succeeded' })
      return good
    } catch (cause) {
      const failure = asFailure(cause)
      observe({ kind: 'failed', error: failure.error, began })
      throw failure
    }
  }
  return { skew: shared.skew.read, answer, request: async (request) => joined((await answer(request)).body!) }
}

// An error of ofetch holds the request and with it the token: nothing of it may travel on.
const asFailure = (cause: unknown) => cause instanceof AppFailure ? cause : new AppFailure(failureOf(cause))

const wait: Sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

interface Init { method: Method, headers: Record<string, string>, body?: string, signal: AbortSignal }
type Fetcher = (url: string, init: Init) => Promise<Arriving>
interface WriteLane { write: Fetcher, turn: ReturnType<typeof inTurn> }

const fixed = { redirect: 'error', credentials: 'omit', cache: 'no-store' } as const

/** ofetch without what it would do by itself: its retries, its timeout (headers only) and its parsing. */
function fetcher(send: Transport['read']): Fetcher {
  const $fetch = createFetch({ fetch: (url, init) => send(String(url), init ?? {}) as Promise<Response> })
  return (url, init) => $fetch.raw(url, { ...init, ...fixed, retry: false, responseType: 'stream', ignoreResponseError: true })
}

/** One request and its whole answer, within the deadline. */
function exchange(fetch: Fetcher, request: Request, { clock, pause, skew, deadlines }: Shared): Promise<Answer> {
  return withDeadline(request.method === 'GET' ? deadlines.read : deadlines.write, request.signal, async (signal) => {
    const left = clock()
    const response = await fetch(request.url, { ...initOf(request), signal })
    skew.learn(request.url, response.headers.get('date'), left)
    if (response.ok) {
      const body = await readBody(response, signal)
      checkMediaType(response, body)
      return { body, validator: validatorOf(response.headers) }
    }
    if (response.status === 304 && request.known) return { body: null, validator: request.known }
    // The status says enough when its body can not be read.
    const body = await readBody(response, signal).then(joined).catch(() => new Uint8Array())
    signal.throwIfAborted()
    const error = refusalOf(refused(response, body), clock())
    if (error.kind === 'throttled') pause.begin(request.url, error.retryAfter)
    throw new AppFailure(error)
  })
}

const refused = ({ status, headers }: Arriving, body: Uint8Array): Refused =>
  ({ status, body, contentType: headers.get('content-type') ?? '', retryAfter: headers.get('retry-after'), date: headers.get('date') })

function initOf({ method, token, body, known }: Request): Omit<Init, 'signal'> {
  const headers: Record<string, string> = { accept: 'application/json', ...known && conditionsOf(known) }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  if (body === undefined) return { method, headers }
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
