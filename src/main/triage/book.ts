import * as fs from 'node:fs/promises'
import path from 'node:path'
import { emptyCallRequests, type CallRequestTable } from '@main/callRequests/callRequestTable'
import type { Clock, Log } from '@main/ports'
import type { MasterKey } from '@main/secrets/masterKey'
import { sealedLog } from '@main/secrets/sealedLog'
import type { Triage } from '@shared/domain/triage'
import { emptyLedger, expire, take, unseenIn, wholeOf, type Ledger } from './ledger'
import { recordSchema, type LedgerRecord } from './records'
import { revisions } from './revisions'

/** More records than this are written anew as one. */
const MOST_RECORDS = 400

interface Options {
  folder: string
  /** Of the account; also the file's. */
  name: string
  masterKey: Pick<MasterKey, 'read'>
  clock: Clock
  log: Log
  /** Numbers that grow. */
  nextRevision: () => number
}

/** One account's ledger, in memory and on disk. */
export interface Book {
  ledger: Ledger
  /** The server's list at the last good answer. */
  table: CallRequestTable
  /** Takes records in, and resolves when they are on disk, or the disk has refused: then they are in memory alone. */
  keep: (records: LedgerRecord[]) => Promise<void>
  /** All that is known; of the marks only those that changed after a revision of this book, when one is given. */
  state: (after?: number) => Triage
}

export const fileOf = (name: string): string => `${name}.log`

/** Opens it. What can not be read is as if it were not there. Never throws. */
export async function openBook({ folder, name, masterKey, clock, log: programLog, nextRevision }: Options): Promise<Book> {
  const ledger = emptyLedger()
  const log = sealedLog({
    file: path.join(folder, fileOf(name)), binding: { purpose: 'triage', context: name }, schema: recordSchema, masterKey, log: programLog,
  })
  const tried = async <T>(task: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await task()
    } catch (cause) {
      programLog.warn('triage.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
      return undefined
    }
  }

  const records = await tried(log.read)
  for (const record of records ?? []) take(ledger, record)
  const hasExpired = expire(ledger, clock())
  const marked = revisions(nextRevision)
  let isKept = await tried(masterKey.read) !== undefined
  /** The log holds all of the ledger, so that one more record is enough. */
  let isWritten = records !== undefined && records.length <= MOST_RECORDS && !hasExpired

  async function write(next: LedgerRecord[]): Promise<boolean> {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 })
    if (isWritten) return log.append(next)
    const whole = wholeOf(ledger, clock())
    const isThere = await log.append([whole])
    if (isThere) await log.prune((record) => record.kind === 'whole' && record.at === whole.at)
    return isThere
  }

  return {
    ledger, table: emptyCallRequests,
    async keep(next) {
      for (const record of next) take(ledger, record)
      marked.note(next)
      if (next.length === 0 && isWritten) return
      isKept = await tried(() => write(next)) ?? false
      isWritten = isKept
    },
    state: (after) => ({ ...stateOf(ledger, isKept), ...marked.of(ledger, after) }),
  }
}

function stateOf(ledger: Ledger, kept: boolean): Omit<Triage, 'marks' | 'revision' | 'partial'> {
  const gone = [...ledger.gone].flatMap(([id, goneAt]) => {
    const facts = ledger.facts.get(id)
    return facts ? [{ ...facts, goneAt }] : []
  })
  return {
    gone: gone.sort((one, other) => other.goneAt - one.goneAt),
    unseen: unseenIn(ledger),
    since: ledger.since,
    initials: ledger.initials,
    kept,
  }
}
