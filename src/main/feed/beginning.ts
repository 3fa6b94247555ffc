import { createHash } from 'node:crypto'

/**
 * How a list's answer begins: its bytes up to the end of its last row, how many rows those are, and a digest by which they are known
 * again. Only of an answer in one page that is a plain array of rows.
 */
export interface Beginning { bytes: number, rows: number, digest: string }

/** An answer's body, and what is new in it. */
interface Continued {
  /** JSON text of an array: the rows after the known ones, or all of them where `isKnown` is false. */
  json: Uint8Array
  /** Whether the body begins as the one that is known. */
  isKnown: boolean
  /** How the body itself begins, if `json` was an array of so many rows. Undefined without rows. */
  beginning: (rows: number) => Beginning | undefined
}

/**
 * Looks where a body goes on that begins as an earlier one did. A list to which the server adds at its end is nearly always such a body:
 * what is read anew are the rows that came, and the rest costs a digest. The whole body is valid JSON exactly when `json` is.
 */
export function continued(body: Uint8Array, known: Beginning | undefined): Continued {
  const digestUpTo = digesting(body)
  const isKnown = known !== undefined && known.bytes < body.length && digestUpTo(known.bytes) === known.digest && goesOn(body, known.bytes)
  return {
    json: isKnown ? rest(body, known.bytes) : body,
    isKnown,
    beginning(rows) {
      const bytes = endOfLastRow(body)
      const all = rows + (isKnown ? known.rows : 0)
      if (all === 0 || bytes === undefined) return undefined
      return { bytes, rows: all, digest: digestUpTo(bytes) }
    },
  }
}

/** The digests of a body up to one place after the other: each byte is looked at once. */
function digesting(body: Uint8Array): (end: number) => string {
  let hash = createHash('sha256')
  let at = 0
  return (end) => {
    if (end < at) [hash, at] = [createHash('sha256'), 0]
    hash.update(body.subarray(at, end))
    at = end
    return hash.copy().digest('base64')
  }
}

const [COMMA, OPEN, CLOSE] = [0x2c, 0x5b, 0x5d]
const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

function skipSpace(body: Uint8Array, from: number): number {
  let at = from
  while (isSpace(body[at])) at += 1
  return at
}

/** Whether the array goes on, or ends, after its first `at` bytes: a number could go on without a comma. */
function goesOn(body: Uint8Array, at: number): boolean {
  const next = skipSpace(body, at)
  return body[next] === CLOSE || (body[next] === COMMA && body[skipSpace(body, next + 1)] !== CLOSE)
}

/** What follows the first `at` bytes of an array, as an array. */
function rest(body: Uint8Array, at: number): Uint8Array {
  const next = skipSpace(body, at)
  return Buffer.concat([Uint8Array.of(OPEN), body.subarray(body[next] === COMMA ? next + 1 : next)])
}

/** Where the last row ends of a body that is valid JSON; undefined when it is no array. */
function endOfLastRow(body: Uint8Array): number | undefined {
  let at = body.length
  const back = () => { while (isSpace(body[at - 1])) at -= 1 }
  back()
  if (body[at - 1] !== CLOSE) return undefined
  at -= 1
  back()
  return at
}
