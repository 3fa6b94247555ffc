import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { KeyStore, Log } from '@main/ports'
import type { Disk } from '@main/secrets/durableFile'
import type { Frames } from '@main/secrets/frames'
import { lastingKey } from '@main/secrets/lastingKey'
import { masterKey } from '@main/secrets/masterKey'
import { sealedLog } from '@main/secrets/sealedLog'
import { AppFailure } from '@shared/errors'
import { copiesOf, journalRecordSchema, type JournalRecord } from './records'

/** A job's next creates are in the journal before their turn comes: so long nobody waits for it, and one flush serves several. */
const GATHER_MS = 10

/** One account's creates as they go to the disk: each step before the program acts on it. */
export interface Journal {
  /**
   * Resolves when the records are on the disk, past a power cut; at once where nothing of a person is written to it.
   * Throws `AppFailure` (notJournalled): then they are not there.
   */
  write: (records: readonly JournalRecord[]) => Promise<void>
  /** All that can be read. Throws the file system's error. */
  read: () => Promise<Frames<JournalRecord>>
  /** Writes it anew with these records alone, at once or not at all. Throws the file system's error. */
  replace: (records: readonly JournalRecord[]) => Promise<void>
  /** Lets go of the file until something is written again. */
  rest: () => void
  /** Erases its key and then the file: nobody can read it any more. */
  wipe: () => Promise<void>
}

const empty: Frames<JournalRecord> = { records: [], damaged: 0 }

const isThere = (file: string) => fs.stat(file).then(() => true, (cause: unknown) => {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false
  throw cause
})

/** Where there is no key store, and for the demo clinic, which ends with the program: nothing is kept. */
export const unkeptJournal: Journal = {
  write: async () => undefined,
  read: async () => empty,
  replace: async () => undefined,
  rest: () => undefined,
  wipe: async () => undefined,
}

interface Dependencies { folder: string, keyStore: KeyStore, log: Log, disk?: Disk }

/**
 * The journal of an account, named by its digest, under a key of its own: another person's signing out, which erases the key that
 * their own things are sealed under, takes nothing of it.
 */
export function journal(name: string, { folder, keyStore, log, disk = fs }: Dependencies): Journal {
  const file = path.join(folder, `${name}.log`)
  const key = masterKey({ keyStore, file: path.join(folder, `${name}.key`), log })
  const sealed = sealedLog({
    file, binding: { purpose: 'journal', context: name }, schema: journalRecordSchema, log, disk,
    // What is sealed under a key that can not be opened any more is lost; what is ordered from now on must not be.
    masterKey: lastingKey(key),
    gatherMs: GATHER_MS, onGone: key.keep,
  })
  // Whoever comes back at once must not write into a file that is about to go.
  let wiped: Promise<unknown> = Promise.resolve()
  return {
    async write(records) {
      try {
        await wiped
        await sealed.append(records.flatMap(copiesOf))
      } catch (cause) {
        log.warn('journal.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
        throw new AppFailure({ kind: 'notJournalled' })
      }
    },
    async read() {
      await wiped
      // Who never ordered anything leaves no key behind.
      return await isThere(file) && await sealed.recover() || empty
    },
    replace: (records) => sealed.replace(records.flatMap(copiesOf)),
    rest() { sealed.close().catch(() => undefined) },
    wipe() {
      const wiping = sealed.wipe(key.erase)
      wiped = wiping.catch(() => undefined)
      return wiping
    },
  }
}
