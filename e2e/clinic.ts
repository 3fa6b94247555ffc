import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createDemoClinic, type DemoClinic, type DemoOptions } from '@demo/clinic'

/** Lets the demo clinic answer after all. */
interface Next {
  (): Promise<void>
  /** Lets it do its work without anything being sent; its answer. */
  carryOut: () => Promise<Response>
}

/** Answers in the demo clinic's place. */
export type Fault = (request: IncomingMessage, response: ServerResponse, next: Next) => void | Promise<void>

export interface Clinic {
  server: string
  email: string
  password: string
  /** What the server has. */
  hospital: DemoClinic['hospital']
  accounts: DemoClinic['accounts']
  /** Every request that arrived, in order: method, path with query, Authorization header, body. */
  arrived: { method: string, url: string, authorization: string, body: string }[]
  /** The JSON bodies of a method whose path contains `part`. */
  bodies: (method: string, part: string) => unknown[]
  /** Requests of a method whose path contains `part`. */
  count: (method: string, part: string) => number
  /** From now on requests whose path contains `part` meet the fault; the last one set wins. Returns what takes it away. */
  fail: (part: string, fault: Fault) => () => void
  /** Takes every fault away. */
  heal: () => void
  /** Whether the request came on a connection that had carried another one before. */
  isReused: (request: IncomingMessage) => boolean
  /** From now on nothing listens at the address, and connections are refused. */
  goAway: () => Promise<void>
  /** Listens at the same address again. */
  comeBack: () => Promise<void>
  close: () => Promise<void>
}

const opened = new Set<Clinic>()

/** A clinic server on loopback: the demo clinic over real HTTP, with faults on demand. */
export async function openClinic(options: DemoOptions = {}): Promise<Clinic> {
  const demo = createDemoClinic({ size: 'small', ...options })
  const faults: { part: string, fault: Fault }[] = []
  const arrived: Clinic['arrived'] = []
  const used = new Map<Socket, number>()
  const server = createServer((request, response) => { void take(request, response) })
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', method = '', headers, socket } = request
    used.set(socket, (used.get(socket) ?? 0) + 1)
    const body = Buffer.concat(await request.toArray()).toString()
    arrived.push({ method, url, authorization: headers.authorization ?? '', body })
    const found = faults.findLast(({ part }) => url.includes(part))
    const carryOut = () => demo.fetch(requestOf({ url, method, headers, body }))
    const next = Object.assign(async () => send(await carryOut(), response), { carryOut })
    await (found ? found.fault(request, response, next) : next())
  }
  const listen = (at: number) => new Promise<void>((resolve) => { server.listen(at, '127.0.0.1', resolve) })
  const close = () => new Promise<void>((resolve) => {
    server.close(() => { resolve() })
    server.closeAllConnections()
  })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const clinic: Clinic = {
    server: `http://127.0.0.1:${port}`,
    ...demo.account,
    hospital: demo.hospital,
    accounts: demo.accounts,
    arrived,
    bodies: (method, part) => arrived
      .filter((request) => request.method === method && request.url.includes(part))
      .map(({ body }) => JSON.parse(body) as unknown),
    count: (method, part) => arrived.filter((request) => request.method === method && request.url.includes(part)).length,
    fail: (part, fault) => {
      const rule = { part, fault }
      faults.push(rule)
      return () => { faults.splice(faults.indexOf(rule), 1) }
    },
    heal: () => { faults.length = 0 },
    isReused: (request) => (used.get(request.socket) ?? 0) > 1,
    goAway: close,
    comeBack: () => listen(port),
    close: () => server.listening ? close() : Promise.resolve(),
  }
  opened.add(clinic)
  return clinic
}

/** Closes those that are still open. */
export async function closeAllClinics(): Promise<void> {
  await Promise.all([...opened].map((clinic) => clinic.close()))
}

interface Taken { url: string, method: string, headers: IncomingMessage['headers'], body: string }

function requestOf({ url, method, headers, body }: Taken): Request {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return new Request(`http://${headers.host}${url}`, { method, headers: given, ...body && { body } })
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** A fault that answers with this status, body and content type. */
export const answering = (status: number, body: string, type = 'application/json', headers: Record<string, string> = {}): Fault =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': type, ...headers })
    response.end(body)
  }

/** A fault that carries the request out and then drops the connection without an answer. */
export const committingThenDropping: Fault = async (request, _response, next) => {
  await next.carryOut()
  request.socket.destroy()
}

/** A fault that answers 200 with this value as JSON. */
export const rows = (value: unknown): Fault => answering(200, JSON.stringify(value))
