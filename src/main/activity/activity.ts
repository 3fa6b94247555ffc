import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { Clock, Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import { diary, DIARY_MS, type Diary } from '@main/secrets/diary'
import type { MasterKey } from '@main/secrets/masterKey'
import { activityRecordSchema, type ActivityNote, type ActivityRecord } from '@shared/domain/activity'

interface Dependencies {
  folder: string
  /** A key that signing out does not erase: what was sent stays known for 90 days, to the same account only. */
  masterKey: Pick<MasterKey, 'read'>
  account: () => DeskAccount | null
  clock: Clock
  log: Log
  /** Told after something was noted. */
  onChange: () => void
}

/** What this desk created, changed and deleted, by account: sealed, kept for 90 days. */
export interface Activity {
  /** See `Diary`. */
  add: (note: ActivityNote) => void
  /** The own account's records; see `Diary`. */
  read: () => Promise<ActivityRecord[]>
  /** Drops what is older than 90 days, and the files of accounts that have not worked here for so long. Never throws. */
  prune: () => Promise<void>
}

/** See `Activity`. */
export function activity({ folder, account, clock, log, ...rest }: Dependencies): Activity {
  const diaries = new Map<string, Diary<ActivityRecord>>()

  function own(): Diary<ActivityRecord> | undefined {
    const owner = account()
    if (!owner) return undefined
    const name = accountDigest(owner)
    const options = { file: path.join(folder, `${name}.log`), binding: { purpose: 'activity', context: name }, schema: activityRecordSchema }
    const found = diaries.get(name) ?? diary<ActivityRecord>({ ...options, clock, log, ...rest })
    diaries.set(name, found)
    return found
  }

  return {
    add(note) { own()?.add({ failure: '', reason: '', ...note, at: clock() }) },
    read: async () => await own()?.read() ?? [],
    async prune() {
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 })
        await own()?.prune()
        await removeUntouched(folder, clock() - DIARY_MS)
      } catch (cause) {
        log.warn('activity.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
      }
    },
  }
}

async function removeUntouched(folder: string, since: number): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const file = path.join(folder, name)
    if ((await fs.stat(file)).mtimeMs < since) await fs.unlink(file)
  }
}
