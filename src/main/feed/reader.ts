import type { Page } from '@main/http/api'
import type { Beginning } from './beginning'

/** What a whole answer was read into, and how many of its rows could not be used. */
export interface Reading<T> {
  value: T
  unusable: number
  /** How it began, where an answer that begins so can be read from there on. */
  beginning?: Beginning
}

/** Collects the rows of one answer, in the server's order over all its pages. */
export interface RowReader<T> {
  /** False when the row can not be used: a needed field is missing or mistyped. */
  add: (row: unknown) => boolean
  finish: () => T
  /** Takes what the rows before were read into. Only of a kind of which it is less work than reading them. */
  goOn?(from: T): void
}

/** The kinds of answers that can be read. `subject` is the id of whom or what was asked for; 0 for a list that is nobody's. */
export type RowReaders = Record<string, (subject: number) => RowReader<unknown>>

/** Reads one page's body (JSON in UTF-8, in pieces) and says where the next one is. The body must not be used afterwards. */
export type TakePage = (body: Uint8Array[]) => Promise<Page>

/**
 * Reads a whole answer. `pages` hands over its bodies one by one; nothing is given out before it resolves, and undefined when no body was
 * handed over. Throws what `pages` throws, `AppFailure` unusable for a body that is no list, and the signal's reason at the next page.
 */
export type Read<T> = (pages: (take: TakePage) => Promise<void>, options: ReadOptions) => Promise<Reading<T> | undefined>

interface ReadOptions {
  signal: AbortSignal
  subject?: number
  /** What the last answer was read into: where this one begins in the same way, only what follows is read. */
  before?: Reading<unknown> | null | undefined
}

type ValueOf<R> = R extends (subject: number) => RowReader<infer T> ? T : never

/** Reads the server's long answers somewhere else than on the event loop of the main process. */
export interface Reader<Kinds extends RowReaders> {
  of: <K extends keyof Kinds & string>(kind: K) => Read<ValueOf<Kinds[K]>>
}
