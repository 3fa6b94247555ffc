import { AppFailure } from '@shared/errors'
import type { Arriving, BodyReader } from '@main/ports'

/** 16 MiB after decompression: 100,000 slots are 14 MB. */
const MOST_BYTES = 16 * 1024 * 1024

/**
 * The whole body in the pieces in which it came, which can change hands. Counted while it streams in: a gzip bomb unfolds here, not
 * in the header. Throws `AppFailure` (tooLarge) and the stream's own errors; ends when `signal` aborts.
 */
export async function readBody(response: Pick<Arriving, 'body'>, signal: AbortSignal): Promise<Uint8Array[]> {
  if (!response.body) return []
  const reader = response.body.getReader()
  const stop = () => { reader.cancel().catch(() => undefined) }
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await chunksOf(reader, signal)
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}

async function chunksOf(reader: BodyReader, signal: AbortSignal): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    signal.throwIfAborted()
    if (done || !value) return chunks
    bytes += value.byteLength
    if (bytes > MOST_BYTES) throw new AppFailure({ kind: 'tooLarge' })
    chunks.push(value)
  }
}

/** Bytes of a body in pieces. */
export const sizeOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((bytes, piece) => bytes + piece.byteLength, 0)

/** A body in one piece. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!
  const whole = new Uint8Array(sizeOf(pieces))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}
