/**
 * Values of D-Bus in their wire form (specification 0.43, "Marshaling"): little-endian, aligned by type. A string, an object path and a
 * signature are text; whole numbers are numbers, 64-bit ones bigints; an array is an array (of bytes: a Buffer); a struct is an array;
 * a dictionary is a Map; a variant is `{ type, value }`.
 */
export type Value = string | number | bigint | boolean | Buffer | Variant | Value[] | Map<Value, Value>
export interface Variant { type: string, value: Value }

const ALIGNED: Record<string, number> = { 'y': 1, 'g': 1, 'v': 1, 'n': 2, 'q': 2, 'x': 8, 't': 8, 'd': 8, '(': 8, '{': 8 }
const alignmentOf = (type: string) => ALIGNED[type[0]!] ?? 4

/** The complete types that a signature is made of: `a{sv}i` is `a{sv}` and `i`. */
export function typesIn(signature: string): string[] {
  const types: string[] = []
  for (let at = 0; at < signature.length;) {
    const end = endOfType(signature, at)
    types.push(signature.slice(at, end))
    at = end
  }
  return types
}

function endOfType(signature: string, start: number): number {
  let at = start
  while (signature[at] === 'a') at += 1
  const closing = { '(': ')', '{': '}' }[signature[at] ?? '']
  if (!closing) return at + 1
  for (at += 1; at < signature.length && signature[at] !== closing;) at = endOfType(signature, at)
  return at + 1
}

/** What stands inside the outermost pair of brackets. */
const inside = (type: string) => typesIn(type.slice(1, -1))

/** Writes values from an offset on that is aligned to eight. Throws for a type that this program never sends. */
export function encode(signature: string, values: readonly Value[]): Buffer {
  const bytes: number[] = []
  typesIn(signature).forEach((type, place) => { put(bytes, type, values[place]!) })
  return Buffer.from(bytes)
}

function pad(bytes: number[], alignment: number): void {
  while (bytes.length % alignment !== 0) bytes.push(0)
}

function put(bytes: number[], type: string, value: Value): void {
  pad(bytes, alignmentOf(type))
  const writer = writers[type[0]!]
  if (!writer) throw new Error(`D-Bus type ${type} is not written`)
  writer(bytes, value as never, type)
}

const number = (size: number, write: (buffer: Buffer, value: number) => void) => (bytes: number[], value: number) => {
  const buffer = Buffer.alloc(size)
  write(buffer, value)
  bytes.push(...buffer)
}
const uint32 = number(4, (buffer, value) => { buffer.writeUInt32LE(value) })

function text(bytes: number[], value: string) {
  const content = Buffer.from(value)
  uint32(bytes, content.length)
  bytes.push(...content, 0)
}

const writers: Record<string, (bytes: number[], value: never, type: string) => void> = {
  y: (bytes, value: number) => bytes.push(value),
  b: (bytes, value: boolean) => { uint32(bytes, Number(value)) },
  u: uint32,
  i: number(4, (buffer, value) => { buffer.writeInt32LE(value) }),
  s: text,
  o: text,
  g: (bytes, value: string) => bytes.push(value.length, ...Buffer.from(value), 0),
  v(bytes, { type, value }: Variant) {
    bytes.push(type.length, ...Buffer.from(type), 0)
    put(bytes, type, value)
  },
  a(bytes, items: Value[] | Map<Value, Value>, type) {
    const content = type.slice(1)
    const at = bytes.length
    uint32(bytes, 0)
    pad(bytes, alignmentOf(content))
    const start = bytes.length
    for (const item of items) put(bytes, content, item)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length - start)
    bytes.splice(at, 4, ...length)
  },
  '('(bytes, fields: Value[], type) { inside(type).forEach((field, place) => { put(bytes, field, fields[place]!) }) },
  '{'(bytes, entry: Value[], type) { inside(type).forEach((field, place) => { put(bytes, field, entry[place]!) }) },
}

/** Reads the values of a signature. Throws where the bytes are not what it says. */
export function decode(signature: string, bytes: Buffer): Value[] {
  const from = { bytes, at: 0 }
  return typesIn(signature).map((type) => get(from, type))
}

interface Source { bytes: Buffer, at: number }

function take(from: Source, size: number): Buffer {
  const found = from.bytes.subarray(from.at, from.at + size)
  if (found.length < size) throw new Error('a D-Bus message is shorter than it says')
  from.at += size
  return found
}

function get(from: Source, type: string): Value {
  from.at = aligned(from.at, alignmentOf(type))
  const reader = readers[type[0]!]
  if (!reader) throw new Error(`D-Bus type ${type} is not read`)
  return reader(from, type)
}

export const aligned = (at: number, alignment: number): number => Math.ceil(at / alignment) * alignment

function readText(from: Source, length: number): string {
  const found = take(from, length).toString('utf8')
  take(from, 1)
  return found
}

const readers: Record<string, (from: Source, type: string) => Value> = {
  y: (from) => take(from, 1)[0]!,
  b: (from) => take(from, 4).readUInt32LE() !== 0,
  n: (from) => take(from, 2).readInt16LE(),
  q: (from) => take(from, 2).readUInt16LE(),
  i: (from) => take(from, 4).readInt32LE(),
  u: (from) => take(from, 4).readUInt32LE(),
  h: (from) => take(from, 4).readUInt32LE(),
  x: (from) => take(from, 8).readBigInt64LE(),
  t: (from) => take(from, 8).readBigUInt64LE(),
  d: (from) => take(from, 8).readDoubleLE(),
  s: (from) => readText(from, take(from, 4).readUInt32LE()),
  o: (from) => readText(from, take(from, 4).readUInt32LE()),
  g: (from) => readText(from, take(from, 1)[0]!),
  v(from) {
    const type = readText(from, take(from, 1)[0]!)
    return { type, value: get(from, type) }
  },
  a(from, type) {
    const content = type.slice(1)
    const length = take(from, 4).readUInt32LE()
    from.at = aligned(from.at, alignmentOf(content))
    if (content === 'y') return Buffer.from(take(from, length))
    const end = from.at + length
    const items: Value[] = []
    while (from.at < end) items.push(get(from, content))
    return content.startsWith('{') ? new Map(items as [Value, Value][]) : items
  },
  '(': (from, type) => inside(type).map((field) => get(from, field)),
  '{': (from, type) => inside(type).map((field) => get(from, field)),
}
