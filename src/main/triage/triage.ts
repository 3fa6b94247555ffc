import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { CallRequestTable } from '@main/callRequests/callRequestTable'
import { inTurn } from '@main/inTurn'
import type { Clock, Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import type { MasterKey } from '@main/secrets/masterKey'
import type { MarkChange, RequestFacts, Triage as State } from '@shared/domain/triage'
import { AppFailure } from '@shared/errors'
import { fileOf, openBook, type Book } from './book'
import { compare, factsOf, type MayBeOwn } from './compare'
import { GONE_MS, markOf, undoing, unseenIn } from './ledger'
import type { LedgerRecord } from './records'

interface Dependencies {
  folder: string
  /** A key that signing out does not erase: marks are the desk's work of days, and what was announced must stay known. */
  masterKey: Pick<MasterKey, 'read'>
  account: () => DeskAccount | null
  clock: Clock
  onChange: () => void
  log: Log
}

/** What this desk knows and marked of the call requests, by account: sealed, on this computer only. */
export interface Triage {
  /**
   * All marks, or those that changed after a revision. Throws `AppFailure` signedOut when there is nobody whose it could be, as
   * `change` does.
   */
  read: (after?: number) => Promise<State>
  /** Changes marks, all of them together; answers with the changes that undo it. Requests that nobody knows are left out. */
  change: (changes: MarkChange[]) => Promise<MarkChange[]>
  /** Keeps how the person at the desk signs what they take in hand. */
  sign: (initials: string) => Promise<void>
  /**
   * Takes in a good answer of the server's. Answers with the requests that were not there before, after that is on disk; none the
   * first time, when the list is taken as seen. What may be this desk's own is left for a later call.
   */
  takeIn: (table: CallRequestTable, mayBeOwn: MayBeOwn) => Promise<RequestFacts[]>
  /** Takes in one that was made at this desk: it is no news here, whatever was thought before. */
  takeOwn: (request: RequestFacts) => Promise<void>
  /** How many are new, as far as read. */
  unseen: () => number
  /** Whether a request on the server is new, as far as read. */
  isNew: (id: number) => boolean
  /** Deletes the files of accounts that have not worked here for 30 days. Never throws. */
  prune: () => Promise<void>
}

/** See `Triage`. */
export function triage({ folder, masterKey, account, clock, onChange, log }: Dependencies): Triage {
  const turn = inTurn()
  const books = new Map<string, Book>()
  /** Of all books together: a revision of one is none of another. */
  let revisions = 0
  const nextRevision = () => ++revisions

  const open = async (name: string): Promise<Book> => {
    const book = books.get(name) ?? await openBook({ folder, name, masterKey, clock, log, nextRevision })
    books.set(name, book)
    return book
  }

  /** Does a task on the book of whoever is there now, in its turn. */
  function onOwn<T>(task: (book: Book) => Promise<T> | T): Promise<T> {
    const name = ownerOf(account())
    return turn(async () => task(await open(name)))
  }

  function opened(): Book | undefined {
    const owner = account()
    return owner ? books.get(accountDigest(owner)) : undefined
  }

  return {
    read: (after) => onOwn((book) => book.state(after)),
    async change(changes) {
      const undo = await onOwn((book) => changeIn(book, changes))
      onChange()
      return undo
    },
    async sign(initials) {
      await onOwn((book) => book.keep([{ kind: 'signed', initials }]))
      onChange()
    },
    async takeIn(table, mayBeOwn) {
      const records = await onOwn((book) => compareWith(book, table, clock(), mayBeOwn))
      if (records.length > 0) onChange()
      return records.flatMap((record) => record.kind === 'arrived' ? record.requests : [])
    },
    async takeOwn(request) {
      const wasNew = await onOwn((book) => takeOwnIn(book, request, clock()))
      if (wasNew) onChange()
    },
    unseen() {
      const book = opened()
      return book ? unseenIn(book.ledger) : 0
    },
    isNew: (id) => opened()?.ledger.marks.get(id)?.state === 'new',
    prune: () => turn(async () => {
      const owner = account()
      await removeUntouched(folder, clock() - GONE_MS, owner && fileOf(accountDigest(owner)))
        .catch(() => { log.warn('triage.notPruned') })
    }),
  }
}

async function changeIn(book: Book, changes: MarkChange[]): Promise<MarkChange[]> {
  const { ledger } = book
  const known = changes.filter(({ id }) => ledger.known.has(id))
  const undo = known.map((change) => undoing(markOf(ledger, change.id), change))
  const requests = known.flatMap(({ id }) => ledger.facts.has(id) ? [] : factsOf(book.table, id) ?? [])
  if (known.length > 0) await book.keep([{ kind: 'changed', changes: known, requests }])
  return undo
}

/** Whether it was taken for somebody else's until now. */
async function takeOwnIn(book: Book, request: RequestFacts, at: number): Promise<boolean> {
  const { known, marks } = book.ledger
  const wasNew = marks.get(request.id)?.state === 'new'
  if (wasNew) await book.keep([{ kind: 'changed', changes: [{ id: request.id, state: 'seen' }], requests: [] }])
  else if (!known.has(request.id)) await book.keep([{ kind: 'arrived', at, own: true, requests: [request] }])
  return wasNew
}

async function compareWith(book: Book, table: CallRequestTable, at: number, mayBeOwn: MayBeOwn): Promise<LedgerRecord[]> {
  const records = compare(book.ledger, table, book.table, at, mayBeOwn)
  book.table = table
  await book.keep(records)
  return records
}

function ownerOf(account: DeskAccount | null): string {
  if (!account) throw new AppFailure({ kind: 'signedOut', reason: 'none' })
  return accountDigest(account)
}

async function removeUntouched(folder: string, since: number, own: string | null): Promise<void> {
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const file = path.join(folder, name)
    if (name !== own && (await fs.stat(file)).mtimeMs < since) await fs.unlink(file)
  }
}
