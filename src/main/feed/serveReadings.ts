import type { MessagePort } from 'node:worker_threads'
import { AppFailure, type AppError } from '@shared/errors'
import type { RowReaders } from './reader'
import { readings, type Load } from './readings'

/** Main → thread. Only `take` carries a body; `drop` is not answered. */
export type Request = { call: number, of: Load } & ({ do: 'take', body: Uint8Array[] } | { do: 'finish' } | { do: 'drop' })

/** Thread → main. */
export type Answer = { call: number } & ({ ok: true, value: unknown } | { ok: false, error: AppError })

/** The thread's side of the reader: answers requests until the thread ends. A fault of ours is left to end the thread. */
export function serveReadings(port: MessagePort, kinds: RowReaders): void {
  const { take, finish, drop } = readings(kinds)
  const run = (request: Request) => request.do === 'take' ? take(request.of, request.body) : finish(request.of)
  port.on('message', (request: Request) => {
    if (request.do === 'drop') return drop(request.of)
    const answer = settle(request.call, () => run(request))
    port.postMessage(answer, answer.ok && request.do === 'finish' ? buffersOf(answer.value) : [])
  })
}

function settle(call: number, run: () => unknown): Answer {
  try {
    return { call, ok: true, value: run() }
  } catch (cause) {
    if (cause instanceof AppFailure) return { call, ok: false, error: cause.error }
    throw cause
  }
}

/** Columns change hands instead of being copied. */
function buffersOf(reading: unknown): ArrayBuffer[] {
  const { value } = reading as { value: object }
  return Object.values(value).filter(ArrayBuffer.isView).map((column) => column.buffer as ArrayBuffer)
}
