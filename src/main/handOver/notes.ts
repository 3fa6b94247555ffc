import * as fs from 'node:fs/promises'
import path from 'node:path'
import { inTurn } from '@main/inTurn'
import type { Clock, Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import type { MasterKey } from '@main/secrets/masterKey'
import { sealedFile, type SealedFile } from '@main/secrets/sealedFile'
import type { HandOverNote, NoteText, NoteTick } from '@shared/domain/handOver'
import { AppFailure } from '@shared/errors'
import { keptNotesSchema, lasting, seenBy, ticked, written, type KeptNote } from './keptNotes'

interface Dependencies {
  folder: string
  /** A key that signing out does not erase: the notes are for whoever comes next. */
  masterKey: Pick<MasterKey, 'read'>
  account: () => DeskAccount | null
  /** Its clinic ends with the program, and so do the notes about it. */
  isDemo: (origin: string) => boolean
  clock: Clock
  log: Log
}

/**
 * Notes for the next shift, by server and not by account: whoever signs in to the same server at this computer reads them. Sealed; in
 * memory only without a key store, and at the demo clinic. All throw `AppFailure` signedOut where nobody is there.
 */
export interface Notes {
  /** The newest first; `kept`: they outlive the program's end. */
  read: () => Promise<{ notes: HandOverNote[], kept: boolean }>
  /**
   * Keeps a note of one's own; one without text is taken away. Resolves with whether it is on the disk. Throws `AppFailure` forbidden for
   * somebody else's, notSaved when the disk refuses: then it is in memory, and the next one that is written takes it along.
   */
  write: (note: NoteText) => Promise<boolean>
  tick: (tick: NoteTick) => Promise<boolean>
}

/** The notes of one server. */
interface Book { notes: KeptNote[], isWritten: boolean, isKept: boolean, file: SealedFile<KeptNote[]> | undefined }

/** See `Notes`. */
export function notes({ folder, masterKey, account, isDemo, clock, log }: Dependencies): Notes {
  const turn = inTurn()
  const books = new Map<string, Book>()
  const said = (cause: unknown) => {
    log.warn('handOver.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
  }

  async function open(origin: string): Promise<Book> {
    const known = books.get(origin)
    if (known) return known
    const name = accountDigest({ origin, email: '' })
    const binding = { purpose: 'handOver', context: name }
    const options = { file: path.join(folder, name), binding, schema: keptNotesSchema, masterKey, log }
    const file = isDemo(origin) ? undefined : sealedFile(options)
    const found = await file?.read().catch(said)
    const book = { notes: found ?? [], isWritten: true, isKept: file !== undefined && await masterKey.read() !== undefined, file }
    books.set(origin, book)
    return book
  }

  async function own(): Promise<{ book: Book, email: string }> {
    const person = account()
    if (!person) throw new AppFailure({ kind: 'signedOut', reason: 'none' })
    const book = await open(person.origin)
    book.notes = lasting(book.notes, clock())
    return { book, email: person.email }
  }

  /** Writes what is newest: of ten letters typed in a row perhaps the third and the tenth. */
  async function write(book: Book): Promise<boolean> {
    if (book.isWritten || !book.file) return book.isKept
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      book.isKept = await book.file.write(book.notes)
      book.isWritten = true
    } catch (cause) {
      said(cause)
      throw new AppFailure({ kind: 'notSaved' })
    }
    return book.isKept
  }

  async function change(next: (notes: KeptNote[], email: string) => KeptNote[]): Promise<boolean> {
    const book = await turn(async () => {
      const { book: mine, email } = await own()
      mine.notes = lasting(next(mine.notes, email), clock())
      mine.isWritten = false
      return mine
    })
    return turn(() => write(book))
  }

  return {
    read: () => turn(async () => {
      const { book, email } = await own()
      return { notes: book.notes.map((note) => seenBy(note, email)), kept: book.isKept }
    }),
    write: (note) => change((all, email) => written(all, note, { at: clock(), by: email })),
    tick: (tick) => change((all, email) => ticked(all, tick, { at: clock(), by: email })),
  }
}
