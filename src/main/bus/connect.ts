import { once } from 'node:events'
import { connect as open, type Socket } from 'node:net'
import { decodeMessage, encodeMessage, type Message } from './message'

const DBUS = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' }
const PATIENCE_MS = 5000

/** A method call; `signature` and `body` go together. */
export type Call = Pick<Message, 'path' | 'member'> & Partial<Pick<Message, 'destination' | 'interface' | 'signature' | 'body'>>

/** A connection to a message bus of the desktop. */
export interface Bus {
  /** Our own name there, `:1.42`. */
  name: string
  /** The reply's values. Throws the bus's refusal, and when there is no answer within five seconds. */
  call: (call: Call) => Promise<Message['body']>
  /** Sends a message that nobody answers. */
  send: (message: Omit<Message, 'serial'>) => void
  /** Told of every signal and call that arrives; returns what ends it. The bus sends signals only where a match was added. */
  hear: (listener: (message: Message) => void) => () => void
  /** Told once when the connection is lost. */
  onClose: (run: () => void) => void
  close: () => void
}

/** Connects to the first address of this kind: `unix:path=…` or `unix:abstract=…`, as in `DBUS_SESSION_BUS_ADDRESS`. Throws. */
export async function connect(addresses: string): Promise<Bus> {
  const socket = open({ path: socketIn(addresses) })
  await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) })
  const rest = await authenticate(socket)
  const { bus, receive } = onSocket(socket)
  receive(rest)
  const [name] = await bus.call({ ...DBUS, member: 'Hello' })
  return { ...bus, name: String(name) }
}

/** By bus names: calls of the bus itself. */
export const busCall = (bus: Pick<Bus, 'call'>, member: string, signature: string, ...body: Message['body']): Promise<Message['body']> =>
  bus.call({ ...DBUS, member, signature, body })

function socketIn(addresses: string): string {
  for (const address of addresses.split(';')) {
    const found = /^unix:(?:[^,]*,)*(path|abstract)=([^,]+)/.exec(address)
    if (found) return (found[1] === 'abstract' ? '\0' : '') + decodeURIComponent(found[2]!)
  }
  throw new Error('no address of a message bus that can be used')
}

/** We are who the socket says that we are. Answers with what came behind the handshake. */
async function authenticate(socket: Socket): Promise<Buffer> {
  const uid = Buffer.from(String(process.getuid?.() ?? '')).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`)
  const [answer] = await once(socket, 'data', { signal: AbortSignal.timeout(PATIENCE_MS) }) as [Buffer]
  if (!answer.toString('latin1').startsWith('OK ')) throw new Error('the message bus refuses us')
  socket.write('BEGIN\r\n')
  return answer.subarray(answer.indexOf('\r\n') + 2)
}

function onSocket(socket: Socket): { bus: Omit<Bus, 'name'>, receive: (bytes: Buffer) => void } {
  const waiting = new Map<number, { resolve: (body: Message['body']) => void, reject: (cause: Error) => void }>()
  const listeners = new Set<(message: Message) => void>()
  let unread: Buffer = Buffer.alloc(0)
  let serial = 0

  function deliver(message: Message) {
    const asked = message.replyTo === undefined ? undefined : waiting.get(message.replyTo)
    if (message.kind === 'return') asked?.resolve(message.body)
    else if (message.kind === 'error') asked?.reject(new Error(message.errorName))
    else for (const listener of listeners) listener(message)
  }

  function receive(bytes: Buffer) {
    unread = Buffer.concat([unread, bytes])
    try {
      for (let next = decodeMessage(unread); next; next = decodeMessage(unread)) {
        unread = unread.subarray(next.size)
        if (next.message) deliver(next.message)
      }
    } catch {
      // What is no D-Bus any more can not be followed: the connection is lost.
      socket.destroy()
    }
  }

  const write = (message: Omit<Message, 'serial'>) => {
    socket.write(encodeMessage({ ...message, serial: ++serial }))
    return serial
  }

  socket.on('data', receive)
  socket.on('error', () => { socket.destroy() })
  socket.once('close', () => { for (const { reject } of waiting.values()) reject(new Error('the message bus is gone')) })
  return {
    receive,
    bus: {
      call: (call) => new Promise((resolve, reject) => {
        const asked = write({ kind: 'call', signature: '', body: [], ...call })
        const end = <T>(done: (result: T) => void) => (result: T) => {
          clearTimeout(late)
          waiting.delete(asked)
          done(result)
        }
        const late = setTimeout(() => { waiting.get(asked)?.reject(new Error('no answer from the message bus')) }, PATIENCE_MS)
        waiting.set(asked, { resolve: end(resolve), reject: end(reject) })
      }),
      send: write,
      hear(listener) {
        listeners.add(listener)
        return () => { listeners.delete(listener) }
      },
      onClose(run) { socket.once('close', run) },
      close() { socket.destroy() },
    },
  }
}
