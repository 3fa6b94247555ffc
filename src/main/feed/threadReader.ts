import type { Page } from '@main/http/api'
import type { Read, Reader, Reading, RowReaders } from './reader'
import { startThread, type Thread } from './startThread'

interface Options {
  /** Path of the thread's built entry. */
  entry: string
  /** Told each time the thread dies by itself. */
  onCrash: (cause: Error) => void
}

/**
 * A reader on a worker thread of its own, started by the first answer that comes.
 * When it dies, what it was reading fails, and the next answer starts another; one that dies twice without a word in between stays dead.
 */
export function threadReader<Kinds extends RowReaders>({ entry, onCrash }: Options): Reader<Kinds> & { end: () => Promise<void> } {
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

  const reading = (kind: string): Read<unknown> => async (pages, { signal, subject = 0, before }) => {
    // All pages of an answer go to the same thread: a new one would know nothing of the pages before.
    let own: Thread | undefined
    const ask: Thread['ask'] = (...request) => (own ??= running()).ask(...request)
    const of = { load: loads += 1, kind, subject }
    let known = before?.beginning && before
    try {
      await pages(async (body) => {
        signal.throwIfAborted()
        const moved = body.map(movable)
        const first = known
        known = undefined
        return await ask({ do: 'take', of, body: moved, before: first }, moved.map(({ buffer }) => buffer)) as Page
      })
      signal.throwIfAborted()
      return await ask({ do: 'finish', of }) as Reading<unknown>
    } catch (cause) {
      own?.ask({ do: 'drop', of }).catch(() => undefined)
      throw cause
    }
  }

  return {
    of: (kind) => reading(kind) as Read<never>,
    async end() {
      await thread?.end()
      thread = undefined
    },
  }
}

/** Node's small buffers are slices of one shared pool, which can not change hands. */
const movable = (body: Uint8Array): Uint8Array<ArrayBuffer> =>
  body.buffer instanceof ArrayBuffer && body.byteLength === body.buffer.byteLength ? body as Uint8Array<ArrayBuffer> : new Uint8Array(body)
