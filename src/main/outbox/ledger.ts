import type { Report } from '@main/feed/appErrorOf'
import type { Authority } from '@main/http/api'
import type { Client } from '@main/http/client'
import { clerk, type Clerk } from './clerk'
import { creationOf, type Creations } from './creation'
import type { Journal } from './journal'
import { replayed } from './replay'
import { sendOnce } from './sendOnce'
import type { Sleep } from './settle'
import { change, emptyShelf, isUnderWay, type Item, type Shelf } from './shelf'
import { snapshotOf } from './snapshot'

export interface LedgerDependencies {
  creations: Creations
  client: Client
  authority: Authority
  settleAt: readonly number[]
  sleep: Sleep
  report: Report
  /** Told of each change of a create. */
  onChange: (item: Item) => void
  onSettled: (item: Item) => void
  onAltered: (item: Item) => void
}

/** The creates of one account while it is at the desk. */
export interface Ledger extends Pick<LedgerDependencies, 'onSettled'> {
  shelf: Shelf
  journal: Journal
  clerk: Clerk
  /** Resolves when the journal was read. Throws the file system's error. */
  ready: Promise<void>
  isRead: () => boolean
  isThere: () => boolean
  /** Ends it: nothing of it is sent or looked up any more, until it is opened again. */
  close: () => void
}

/** Opens the ledger of a journal, from the disk or, where it was open before, from memory. */
export function openLedger(journal: Journal, kept: Shelf | undefined, dependencies: LedgerDependencies): Ledger {
  const { creations, client, authority } = dependencies
  const shelf = kept ?? emptyShelf()
  let isOpen = true
  let isRead = kept !== undefined
  const isThere = () => isOpen
  const of = clerk({
    ...dependencies, shelf, journal, isThere,
    creationOf: (create) => creationOf(creations, create),
    sendOnce: (creation, lane) => sendOnce(creation, { client, authority, lane }),
  })
  return {
    shelf, journal, clerk: of, isThere, onSettled: dependencies.onSettled,
    isRead: () => isRead,
    ready: kept ? Promise.resolve() : load(journal, shelf).then(() => { isRead = true }),
    close() {
      isOpen = false
      for (const item of shelf.items.values()) if (isUnderWay(item)) change(item, { state: item.isOpen ? 'checking' : 'waiting' })
    },
  }
}

/** Reads the journal, and writes it anew without what is over and without damage. */
async function load(journal: Journal, shelf: Shelf): Promise<void> {
  const read = await journal.read()
  Object.assign(shelf, replayed(read))
  const kept = snapshotOf(shelf)
  // It stays as it is when it can not be written anew: it is read the same way next time.
  if (read.damaged > 0 || kept.length < read.records.length / 2) await journal.replace(kept).catch(() => undefined)
}
