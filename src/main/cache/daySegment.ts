type Column = Int32Array<ArrayBuffer>

/** One clinic's slots of a day, sorted as in its table, and when they were fetched (epoch milliseconds). */
export interface StoredSlots { fetchedAt: number, ids: Column, starts: Column, ends: Column }

/** A day of all clinics, by clinic's id. A clinic that is not there is not known on that day; one without slots is there without. */
export type StoredDay = Map<number, StoredSlots>

/** Numbers before the clinics; of each clinic before the columns. */
const HEAD = 2
const ENTRY = 4
const COLUMNS = 3
/** An instant does not fit 32 bits: it is kept in two parts. */
const SPLIT = 1_000_000

/**
 * A day as bytes: 32-bit numbers in the byte order of the computer, which is the only one to read them again. Generation, number of
 * clinics; of each its id, its number of slots and its instant; then the columns of each. 12 bytes a slot, no parsing.
 */
export function encodeDay(day: StoredDay, generation: number): Uint8Array {
  const words = new Int32Array(wordsOf(day))
  words.set([generation, day.size])
  let at = HEAD
  for (const [clinicId, { fetchedAt, ids }] of day) {
    words.set([clinicId, ids.length, Math.floor(fetchedAt / SPLIT), fetchedAt % SPLIT], at)
    at += ENTRY
  }
  for (const { ids, starts, ends } of day.values()) {
    for (const column of [ids, starts, ends]) {
      words.set(column, at)
      at += column.length
    }
  }
  return new Uint8Array(words.buffer)
}

/** Reads what `encodeDay` wrote; undefined when the numbers do not fit together. */
export function decodeDay(bytes: Uint8Array): { generation: number, day: StoredDay } | undefined {
  if (bytes.byteLength % 4 !== 0 || bytes.byteLength < HEAD * 4) return undefined
  // A copy: numbers must begin at a multiple of four, and a buffer of Node's may begin anywhere.
  const words = new Int32Array(Uint8Array.from(bytes).buffer)
  const [generation, clinics] = [words[0]!, words[1]!]
  const day: StoredDay = new Map()
  let at = HEAD + clinics * ENTRY
  for (let clinic = 0; clinic < clinics && at <= words.length; clinic += 1) {
    const [clinicId, rows, high, low] = words.subarray(HEAD + clinic * ENTRY) as unknown as [number, number, number, number]
    const column = (place: number) => words.slice(at + place * rows, at + (place + 1) * rows)
    if (rows >= 0) day.set(clinicId, { fetchedAt: high * SPLIT + low, ids: column(0), starts: column(1), ends: column(2) })
    at += COLUMNS * rows
  }
  return day.size === clinics && at === words.length ? { generation, day } : undefined
}

/** How many bytes a day takes. */
export const sizeOfDay = (day: StoredDay): number => wordsOf(day) * 4

const wordsOf = (day: StoredDay) => [...day.values()].reduce((sum, { ids }) => sum + ENTRY + COLUMNS * ids.length, HEAD)
