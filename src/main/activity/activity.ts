import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { Clock, Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import type { MasterKey } from '@main/secrets/masterKey'
import { sealedLog, type SealedLog } from '@main/secrets/sealedLog'
import { activityRecordSchema, type ActivityNote, type ActivityRecord } from '@shared/domain/activity'

const KEPT_MS = 90 * 86_400_000

interface Dependencies {
  folder: string
  /** A key that signing out does not erase: what was sent stays known for 90 days, to the same account only. */
  masterKey: Pick<MasterKey, 'read' | 'renew'>
  account: () => DeskAccount | null
  clock: Clock
  log: Log
}

/** What this desk created, changed and deleted, by account: sealed, kept for 90 days. */
export interface Activity {
  /** Notes it, in the background: no action fails because it could not be noted. Nothing is kept where the computer has no key store. */
  add: (note: ActivityNote) => void
  /** Drops what is older than 90 days, and the files of accounts that have not worked here for so long. Never throws. */
  prune: () => Promise<void>
}

/** See `Activity`. */
export function activity({ folder, masterKey, account, clock, log }: Dependencies): Activity {
  const logs = new Map<string, SealedLog<ActivityRecord>>()
  // A key that the key store can not open any more would keep the log closed for good.
  const key = { read: async () => await masterKey.read() ?? masterKey.renew() }

  function ownLog(): SealedLog<ActivityRecord> | undefined {
    const owner = account()
    if (!owner) return undefined
    const name = accountDigest(owner)
    const found = logs.get(name) ?? sealedLog({
      file: path.join(folder, `${name}.log`), binding: { purpose: 'activity', context: name }, schema: activityRecordSchema, masterKey: key, log,
    })
    logs.set(name, found)
    return found
  }

  async function tried(task: () => Promise<unknown>): Promise<void> {
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      await task()
    } catch (cause) {
      log.warn('activity.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
    }
  }

  return {
    add(note) {
      const record = { failure: '', reason: '', ...note, at: clock() }
      const own = ownLog()
      if (own) void tried(() => own.append([record]))
    },
    prune: () => tried(async () => {
      const oldest = clock() - KEPT_MS
      await ownLog()?.prune(({ at }) => at >= oldest)
      await removeUntouched(folder, oldest)
    }),
  }
}

async function removeUntouched(folder: string, since: number): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const file = path.join(folder, name)
    if ((await fs.stat(file)).mtimeMs < since) await fs.unlink(file)
  }
}
