import type { Page } from '@main/http/api'
import { sizeOf } from '@main/http/body'
import { followingOf } from './beginning'
import type { Read, Reader, Reading, RowReaders } from './reader'
import { readings, type Known } from './readings'

/** One answer that is being read, from its first page to its last. */
export interface OpenAnswer {
  /** See `TakePage`. `known` only with the first page; whoever does not go on from it reads the whole body. */
  take: (body: Uint8Array[], known?: Known) => Promise<Page>
  finish: () => Promise<Reading<unknown>>
  /** Nobody wants it any more. */
  drop: () => void
}

/** Begins to read an answer of a kind (see `RowReaders`) about somebody or something. */
export type OpenAnswers = (kind: string, subject: number) => OpenAnswer

/** Bytes that are read here: rows of half a millisecond. To wake a thread takes as long, and wakes a computer twice more. */
const SHORT = 32_768

/** Reads each answer through what `open` begins for it. */
export const readerOf = <Kinds extends RowReaders>(open: OpenAnswers): Reader<Kinds> => {
  const reading = (kind: string): Read<unknown> => async (pages, { signal, subject = 0, before }) => {
    let answer: OpenAnswer | undefined
    try {
      await pages(async (body) => {
        signal.throwIfAborted()
        if (answer) return answer.take(body)
        answer = open(kind, subject)
        return answer.take(body, knownOf(body, before))
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

function knownOf(body: Uint8Array[], before: Reading<unknown> | null | undefined): Known | undefined {
  const following = before?.beginning && followingOf(body, before.beginning)
  return following && { before, following }
}

/** Reads answers where it is called. */
export function readHere(kinds: RowReaders): OpenAnswers {
  const { take, finish, drop } = readings(kinds)
  let loads = 0
  return (kind, subject) => {
    const of = { load: loads += 1, kind, subject }
    return { take: async (body, known) => take(of, body, known), finish: async () => finish(of), drop: () => { drop(of) } }
  }
}

/** Answers of one page that are short, or that bring little after what is known, go one way, all others the other. */
export const shortOrLong = (short: OpenAnswers, long: OpenAnswers): OpenAnswers => (kind, subject) => {
  let answer: OpenAnswer | undefined
  return {
    async take(body, known) {
      if (answer) return answer.take(body)
      if ((known?.following.json.byteLength ?? sizeOf(body)) <= SHORT) {
        answer = short(kind, subject)
        const page = await answer.take(body, known)
        if (page.next === null) return page
        // Nobody knows how long the next ones are.
        answer.drop()
      }
      answer = long(kind, subject)
      return answer.take(body)
    },
    finish: () => answer!.finish(),
    drop: () => answer?.drop(),
  }
}
