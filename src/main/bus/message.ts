import { aligned, decode, encode, type Value, type Variant } from './marshal'

/** A message of D-Bus, as far as this program needs one. */
export interface Message {
  kind: 'call' | 'return' | 'error' | 'signal'
  serial: number
  path?: string
  interface?: string
  member?: string
  errorName?: string
  replyTo?: number
  destination?: string
  sender?: string
  signature: string
  body: Value[]
}

const KINDS = ['call', 'return', 'error', 'signal'] as const
/** Header fields by code, and their types. */
const FIELDS = {
  path: [1, 'o'], interface: [2, 's'], member: [3, 's'], errorName: [4, 's'], replyTo: [5, 'u'], destination: [6, 's'], sender: [7, 's'],
} as const
const FIXED = 16
const LONGEST = 32 * 1024 * 1024

/** The message as bytes. */
export function encodeMessage(message: Message): Buffer {
  const body = encode(message.signature, message.body)
  const fields: [number, Variant][] = Object.entries(FIELDS).flatMap(([name, [code, type]]) => {
    const value = message[name as keyof typeof FIELDS]
    return value === undefined ? [] : [[code, { type, value }] as [number, Variant]]
  })
  if (message.signature) fields.push([8, { type: 'g', value: message.signature }])
  const header = encode('yyyyuua(yv)', ['l'.charCodeAt(0), KINDS.indexOf(message.kind) + 1, 0, 1, body.length, message.serial, fields])
  return Buffer.concat([header, Buffer.alloc(aligned(header.length, 8) - header.length), body])
}

/**
 * The first message in `bytes` and how many bytes it takes; undefined while it is not complete. One of a kind that nobody knows has no
 * message. Throws for what is no D-Bus, and for big-endian machines.
 */
export function decodeMessage(bytes: Buffer): { message: Message | undefined, size: number } | undefined {
  if (bytes.length < FIXED) return undefined
  if (bytes[0] !== 'l'.charCodeAt(0)) throw new Error('not a little-endian D-Bus message')
  const bodyAt = aligned(FIXED + bytes.readUInt32LE(12), 8)
  const size = bodyAt + bytes.readUInt32LE(4)
  if (size > LONGEST) throw new Error('a D-Bus message is too long')
  if (bytes.length < size) return undefined
  const [, kindCode, , , , serial, fields] = decode('yyyyuua(yv)', bytes.subarray(0, bodyAt)) as [0, number, 0, 0, 0, number, [number, Variant][]]
  const kind = KINDS[kindCode - 1]
  const signature = String(fields.find(([code]) => code === 8)?.[1].value ?? '')
  const named = Object.fromEntries(Object.entries(FIELDS).flatMap(([name, [code]]) => {
    const field = fields.find(([given]) => given === code)
    return field ? [[name, field[1].value]] : []
  }))
  return { size, message: kind && { kind, serial, signature, ...named, body: decode(signature, bytes.subarray(bodyAt, size)) } }
}
