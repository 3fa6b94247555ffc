import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { Clock, Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import type { MasterKey } from '@main/secrets/masterKey'
import { sealedFile, type SealedFile } from '@main/secrets/sealedFile'
import { changesSchema, type Changes as Snapshot } from '@shared/domain/change'
import type { Difference } from './differences'

/** More than this nobody reads one by one; they are counted. */
const MOST = 200

interface Dependencies {
  folder: string
  /** The key that signing out erases. */
  masterKey: MasterKey
  clock: Clock
  log: Log
  onChange: () => void
}

/** What changed on the server since this person last looked. Sealed by account; in memory only where there is no key store. */
export interface Changes {
  read: () => Snapshot
  add: (differences: Difference[]) => void
  /** Forgets one: this desk has made it. */
  forget: (kind: Difference['kind'], id: number) => void
  /** The person has seen all of them. */
  markSeen: () => Snapshot
  /** Forgets everything, for another session, and takes up what is kept of its account. With null it is kept in memory only. */
  follow: (account: DeskAccount | null) => Promise<void>
  wipe: () => Promise<void>
}

/** See `Changes`. */
export function changes({ folder, masterKey, clock, log, onChange }: Dependencies): Changes {
  let file: SealedFile<Snapshot> | null = null
  let known: Snapshot = { since: null, count: 0, changes: [] }

  const tried = async <T>(task: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await task()
    } catch (cause) {
      log.warn('changes.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
      return undefined
    }
  }

  function set(next: Snapshot) {
    known = next
    onChange()
    const into = file
    if (into) void tried(() => fs.mkdir(folder, { recursive: true, mode: 0o700 }).then(() => into.write(next)))
  }

  return {
    read: () => known,
    add(differences) {
      if (differences.length === 0) return
      const at = clock()
      const next = [...differences.map((difference) => ({ ...difference, at })).reverse(), ...known.changes]
      set({ since: known.since, count: known.count + differences.length, changes: next.slice(0, MOST) })
    },
    forget(kind, id) {
      const left = known.changes.filter((change) => change.kind !== kind || change.id !== id)
      const gone = known.changes.length - left.length
      if (gone > 0) set({ ...known, count: known.count - gone, changes: left })
    },
    markSeen() {
      set({ since: clock(), count: 0, changes: [] })
      return known
    },
    async follow(account) {
      file = null
      known = { since: clock(), count: 0, changes: [] }
      if (!account) return
      const name = accountDigest(account)
      const own = sealedFile<Snapshot>({
        file: path.join(folder, name), binding: { purpose: 'changes', context: name }, schema: changesSchema, masterKey, log,
      })
      file = own
      const kept = await tried(own.read)
      if (file !== own || !kept) return
      // What was noticed while the file was read stays.
      const { count, changes: noticed } = known
      known = { since: kept.since, count: kept.count + count, changes: [...noticed, ...kept.changes].slice(0, MOST) }
      onChange()
    },
    async wipe() {
      file = null
      known = { since: null, count: 0, changes: [] }
      await tried(() => fs.rm(folder, { recursive: true, force: true }))
    },
  }
}
