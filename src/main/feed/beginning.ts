import { createHash } from 'node:crypto'
import { joined, sizeOf } from '@main/http/body'

/**
 * How a list's answer begins: its bytes up to the end of its last row, how many rows those are, and a digest by which they are known
 * again. Only of an answer in one page that is a plain array of rows. The digest of its head alone tells at once of a list whose new
 * rows come first.
 */
export interface Beginning { bytes: number, rows: number, head: string, digest: string }

const HEAD = 4096

/** What a body brings that begins as an earlier one did. */
export interface Following {
  /** JSON text of an array: the rows after the known ones. */
  json: Uint8Array
  /** How the whole body begins, once `json` turned out to be an array of so many rows. */
  beginning: (rows: number) => Beginning
}

/**
 * Looks where a body goes on that begins as an earlier one did; undefined when it begins in another way. A list to which the server adds
 * at its end is nearly always such a body: what is read anew are the rows that came, and the rest costs a digest. The whole body is valid
 * JSON exactly when `json` is.
 */
export function followingOf(body: readonly Uint8Array[], known: Beginning): Following | undefined {
  const digestUpTo = digesting(body)
  const isSame = known.bytes < sizeOf(body) && digestUpTo(headOf(known.bytes)) === known.head && digestUpTo(known.bytes) === known.digest
  if (!isSame) return undefined
  const rest = joined(part(body, known.bytes))
  if (!goesOn(rest)) return undefined
  return {
    json: asArray(rest),
    beginning(rows) {
      const bytes = known.bytes + endOfLastRow(rest)!
      const digest = digestUpTo(bytes)
      return { bytes, rows: known.rows + rows, digest, head: headOf(known.bytes) === HEAD ? known.head : digestUpTo(headOf(bytes)) }
    },
  }
}

/** How a whole body begins that was read into so many rows. Undefined without rows, and of what is no plain array. */
export function beginningOf(body: Uint8Array, rows: number): Beginning | undefined {
  const bytes = rows > 0 ? endOfLastRow(body) : undefined
  if (bytes === undefined) return undefined
  const digestUpTo = digesting([body])
  return { bytes, rows, head: digestUpTo(headOf(bytes)), digest: digestUpTo(bytes) }
}

const headOf = (bytes: number) => Math.min(bytes, HEAD)

/** The bytes of a body from one place up to another. */
function part(body: readonly Uint8Array[], from: number, to = Infinity): Uint8Array[] {
  let at = 0
  return body.map((piece) => {
    const begin = at
    at += piece.byteLength
    return piece.subarray(Math.max(from - begin, 0), Math.max(to - begin, 0))
  }).filter(({ byteLength }) => byteLength > 0)
}

/** The digests of a body up to one place after the other: each byte is looked at once. */
function digesting(body: readonly Uint8Array[]): (end: number) => string {
  let hash = createHash('sha256')
  let at = 0
  return (end) => {
    if (end < at) [hash, at] = [createHash('sha256'), 0]
    for (const piece of part(body, at, end)) hash.update(piece)
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

/** Whether an array goes on, or ends, with what follows its rows so far: a number could go on without a comma. */
function goesOn(following: Uint8Array): boolean {
  const next = skipSpace(following, 0)
  return following[next] === CLOSE || (following[next] === COMMA && following[skipSpace(following, next + 1)] !== CLOSE)
}

/** What follows the rows of an array, as an array. */
function asArray(following: Uint8Array): Uint8Array {
  const next = skipSpace(following, 0)
  return Buffer.concat([Uint8Array.of(OPEN), following.subarray(following[next] === COMMA ? next + 1 : next)])
}

/** Where the last row ends in JSON text that is valid; undefined when it is no array. */
function endOfLastRow(text: Uint8Array): number | undefined {
  let at = text.length
  const back = () => { while (isSpace(text[at - 1])) at -= 1 }
  back()
  if (text[at - 1] !== CLOSE) return undefined
  at -= 1
  back()
  return at
}
