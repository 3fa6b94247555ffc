import { Worker, type Transferable } from 'node:worker_threads'
import { AppFailure } from '@shared/errors'
import type { Answer, Request } from './serveReadings'

type Unnumbered<R> = R extends unknown ? Omit<R, 'call'> : never

/** One worker thread that answers requests. */
export interface Thread {
  /** Throws `AppFailure` as the thread does, and `Error` when the thread has died or dies before it answers. */
  ask: (request: Unnumbered<Request>, transfer?: Transferable[]) => Promise<unknown>
  end: () => Promise<void>
}

interface Events {
  /** The thread answered something: it works. */
  onAnswer: () => void
  /** The thread died by itself. */
  onDeath: (cause: Error) => void
}

/**
 * Megabytes in which the thread's new objects live (Electron 33's V8 would take 24). What a slice of an answer becomes is dead before the
 * next slice is parsed, so that more room is only more memory.
 */
const YOUNG = 6

/** Starts a thread from the path of its built entry file. */
export function startThread(entry: string, { onAnswer, onDeath }: Events): Thread {
  const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  const waiting = new Map<number, { resolve: (value: unknown) => void, reject: (cause: Error) => void }>()
  let calls = 0
  let fault = new Error('the reading thread ended')
  let state: 'up' | 'ending' | 'dead' = 'up'

  worker.on('message', (answer: Answer) => {
    onAnswer()
    const call = waiting.get(answer.call)
    waiting.delete(answer.call)
    if (answer.ok) call?.resolve(answer.value)
    else call?.reject(new AppFailure(answer.error))
  })
  worker.on('error', (cause) => { fault = cause instanceof Error ? cause : new Error('the reading thread failed') })
  worker.on('exit', () => {
    if (state === 'up') onDeath(fault)
    state = 'dead'
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
  })

  return {
    ask: (request, transfer = []) => new Promise((resolve, reject) => {
      if (state === 'dead') return reject(fault)
      calls += 1
      if (request.do !== 'drop') waiting.set(calls, { resolve, reject })
      worker.postMessage({ ...request, call: calls }, transfer)
      if (request.do === 'drop') resolve(undefined)
    }),
    async end() {
      state = 'ending'
      await worker.terminate()
    },
  }
}
