import type { Page } from '@main/http/api'
import type { After } from './after'
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
  after: After
}

type ThreadReader<Kinds extends RowReaders> = Reader<Kinds> & { end: () => Promise<void> }

/** Milliseconds without an answer to read after which the thread is ended: it holds memory for which most polls have no use. */
const REST = 20_000

/**
 * A reader on a worker thread of its own, started by the first long answer that comes, and by the next one after a rest.
 * When it dies, what it was reading fails, and the next answer starts another; one that dies twice without a word in between stays dead.
 */
export function threadReader<Kinds extends RowReaders>({ entry, short, onCrash, after }: Options): ThreadReader<Kinds> {
  let thread: Thread | undefined
  let deaths = 0
  let loads = 0
  const open = new Set<number>()
  let stayAwake: () => void = () => undefined

  async function end() {
    stayAwake()
    const ending = thread
    thread = undefined
    await ending?.end()
  }

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

  function begin(load: number) {
    stayAwake()
    open.add(load)
  }
  function done(load: number) {
    open.delete(load)
    stayAwake()
    if (open.size === 0) stayAwake = after(REST, () => { void end() })
  }

  const long: OpenAnswers = (kind, subject) => {
    // All pages of an answer go to the same thread: a new one would know nothing of the pages before.
    const { ask } = running()
    const of = { load: loads += 1, kind, subject }
    begin(of.load)
    return {
      async take(body) {
        const moved = body.map(movable)
        return await ask({ do: 'take', of, body: moved }, moved.map(({ buffer }) => buffer)) as Page
      },
      async finish() {
        const reading = await ask({ do: 'finish', of }) as Reading<unknown>
        done(of.load)
        return reading
      },
      drop() {
        ask({ do: 'drop', of }).catch(() => undefined)
        done(of.load)
      },
    }
  }

  return { ...readerOf<Kinds>(short ? shortOrLong(short, long) : long), end }
}

/** Node's small buffers are slices of one shared pool, which can not change hands. */
const movable = (body: Uint8Array): Uint8Array<ArrayBuffer> =>
  body.buffer instanceof ArrayBuffer && body.byteLength === body.buffer.byteLength ? body as Uint8Array<ArrayBuffer> : new Uint8Array(body)
