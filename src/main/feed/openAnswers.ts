import type { Page } from '@main/http/api'
import { sizeOf } from '@main/http/body'
import type { Read, Reader, Reading, RowReaders } from './reader'
import { readings } from './readings'

/** One answer that is being read, from its first page to its last. */
export interface OpenAnswer {
  /** See `TakePage`. `before` is what the last answer was read into: only with the first page. */
  take: (body: Uint8Array[], before?: Reading<unknown>) => Promise<Page>
  finish: () => Promise<Reading<unknown>>
  /** Nobody wants it any more. */
  drop: () => void
}

/** Begins to read an answer of a kind (see `RowReaders`) about somebody or something. */
export type OpenAnswers = (kind: string, subject: number) => OpenAnswer

/** Bytes of an answer that is read here: rows of half a millisecond. To wake a thread takes as long, and wakes a computer twice more. */
const SHORT = 32_768

/** Reads each answer through what `open` begins for it. */
export const readerOf = <Kinds extends RowReaders>(open: OpenAnswers): Reader<Kinds> => {
  const reading = (kind: string): Read<unknown> => async (pages, { signal, subject = 0, before }) => {
    let answer: OpenAnswer | undefined
    let known = before?.beginning && before
    try {
      await pages(async (body) => {
        signal.throwIfAborted()
        answer ??= open(kind, subject)
        const first = known
        known = undefined
        return answer.take(body, first)
      })
      signal.throwIfAborted()
      return await answer?.finish()
    } catch (cause) {
      answer?.drop()
      throw cause
    }
  }
  return { of: (kind) => reading(kind) as Read<never> }
}

/** Reads answers where it is called. */
export function readHere(kinds: RowReaders): OpenAnswers {
  const { take, finish, drop } = readings(kinds)
  let loads = 0
  return (kind, subject) => {
    const of = { load: loads += 1, kind, subject }
    return { take: async (body, before) => take(of, body, before), finish: async () => finish(of), drop: () => { drop(of) } }
  }
}

/** Answers of one short page go one way, all others the other. */
export const shortOrLong = (short: OpenAnswers, long: OpenAnswers): OpenAnswers => (kind, subject) => {
  let answer: OpenAnswer | undefined
  return {
    async take(body, before) {
      if (answer) return answer.take(body, before)
      if (sizeOf(body) <= SHORT) {
        answer = short(kind, subject)
        const page = await answer.take(body, before)
        if (page.next === null) return page
        // Nobody knows how long the next ones are.
        answer.drop()
      }
      answer = long(kind, subject)
      return answer.take(body, before)
    },
    finish: () => answer!.finish(),
    drop: () => answer?.drop(),
  }
}
