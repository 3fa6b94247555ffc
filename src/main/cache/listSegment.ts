import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import * as v from 'valibot'

const HEAD = 16

/** A list's rows as bytes, in the format in which processes pass values on: columns stay columns. Equal lists give equal bytes. */
export const encodeRows = (value: unknown): Uint8Array => serialize(value)

/** Tells whether rows are the same as others without keeping them. */
export const digestOf = (rows: Uint8Array): string => createHash('sha256').update(rows).digest('base64')

/** Fetched at (8 bytes), rows that could not be used, generation (4 bytes each), rows. */
export function encodeList({ fetchedAt, unusable, generation, rows }: Omit<StoredList, 'rows'> & { rows: Uint8Array }): Uint8Array {
  const head = Buffer.alloc(HEAD)
  head.writeDoubleBE(fetchedAt)
  head.writeUInt32BE(unusable, 8)
  head.writeUInt32BE(generation, 12)
  return Buffer.concat([head, rows])
}

/** A list's file; `rows` are still bytes. */
export interface StoredList { fetchedAt: number, unusable: number, generation: number, rows: Uint8Array }

/** Reads what `encodeList` wrote; undefined when it is too short. */
export function decodeList(bytes: Uint8Array): StoredList | undefined {
  if (bytes.byteLength < HEAD) return undefined
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [unusable, generation] = [whole.readUInt32BE(8), whole.readUInt32BE(12)]
  return { fetchedAt: whole.readDoubleBE(), unusable, generation, rows: whole.subarray(HEAD) }
}

/** The rows, or undefined when they are none of this list's. */
export function decodeRows<T>(rows: Uint8Array, schema: v.GenericSchema<unknown, T>): T | undefined {
  try {
    const read = v.safeParse(schema, deserialize(rows))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}
