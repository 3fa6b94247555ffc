import { parseJson } from './json'

/** Bytes of rows that are parsed at once: what they become dies young, and is collected at next to no cost. */
const SLICE = 64 * 1024
const BETWEEN_ROWS = '},{'
const [OPEN, CLOSE] = [Buffer.from('['), Buffer.from(']')]

/**
 * Parses a long plain array some hundred rows at a time, and hands them over; how many they were. Undefined for what is short or
 * no array, of which nothing is handed over. A slice that is valid was cut between two rows: inside of a text or of a row it would not be.
 * Throws `AppFailure` (unusable) as `parseJson` does, when rows may have been handed over already.
 */
export function parseInSlices(body: Uint8Array, take: (rows: unknown[]) => void): number | undefined {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (text.length < 2 * SLICE || text[0] !== OPEN[0]) return undefined
  let rows = 0
  const hand = (slice: unknown[]) => {
    rows += slice.length
    take(slice)
  }
  for (let from = OPEN.length; ;) {
    const cut = text.indexOf(BETWEEN_ROWS, from + SLICE, 'latin1')
    const slice = cut < 0 ? undefined : parsed([OPEN, text.subarray(from, cut + 1), CLOSE])
    hand(slice ?? parseJson(Buffer.concat([OPEN, text.subarray(from)])) as unknown[])
    if (!slice) return rows
    from = cut + BETWEEN_ROWS.length - 1
  }
}

function parsed(parts: Buffer[]): unknown[] | undefined {
  try {
    return parseJson(Buffer.concat(parts)) as unknown[]
  } catch {
    return undefined
  }
}
