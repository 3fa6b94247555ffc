import type { Page } from '@main/http/api'
import { readerOf, shortOrLong, type OpenAnswers } from './openAnswers'
import type { Reader, Reading, RowReaders } from './reader'
import { startThread, type Thread } from './startThread'

interface Options {
  /** Path of the thread's built entry. */
  entry: string
  /** Reads what is short; without it the thread reads everything. */
  short?: OpenAnswers
  /** Told each time the thread dies by itself. */
  onCrash: (cause: Error) => void
}

/**
 * A reader on a worker thread of its own, started by the first long answer that comes.
 * When it dies, what it was reading fails, and the next answer starts another; one that dies twice without a word in between stays dead.
 */
export function threadReader<Kinds extends RowReaders>({ entry, short, onCrash }: Options): Reader<Kinds> & { end: () => Promise<void> } {
  let thread: Thread | undefined
  let deaths = 0
  let loads = 0

  const running = () => {
    if (thread) return thread
    if (deaths > 1) throw new Error('the reading thread does not start')
    thread = startThread(entry, {
      onAnswer: () => { deaths = 0 },
      onDeath(cause) {
        thread = undefined
        deaths += 1
        onCrash(cause)
      },
    })
    return thread
  }

  const long: OpenAnswers = (kind, subject) => {
    // All pages of an answer go to the same thread: a new one would know nothing of the pages before.
    const { ask } = running()
    const of = { load: loads += 1, kind, subject }
    return {
      async take(body, before) {
        const moved = body.map(movable)
        return await ask({ do: 'take', of, body: moved, before }, moved.map(({ buffer }) => buffer)) as Page
      },
      finish: async () => await ask({ do: 'finish', of }) as Reading<unknown>,
      drop: () => { ask({ do: 'drop', of }).catch(() => undefined) },
    }
  }

  return {
    ...readerOf<Kinds>(short ? shortOrLong(short, long) : long),
    async end() {
      await thread?.end()
      thread = undefined
    },
  }
}

/** Node's small buffers are slices of one shared pool, which can not change hands. */
const movable = (body: Uint8Array): Uint8Array<ArrayBuffer> =>
  body.buffer instanceof ArrayBuffer && body.byteLength === body.buffer.byteLength ? body as Uint8Array<ArrayBuffer> : new Uint8Array(body)
