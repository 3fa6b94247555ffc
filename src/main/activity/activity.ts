import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { Clock, Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import type { MasterKey } from '@main/secrets/masterKey'
import { sealedLog, type SealedLog } from '@main/secrets/sealedLog'
import { activityRecordSchema, type ActivityNote, type ActivityRecord } from '@shared/domain/activity'

const KEPT_MS = 90 * 86_400_000
/** Of a job's notes those of so many milliseconds go to the disk together. */
const GATHER_MS = 50
/** More than this nobody reads on a screen, and a window that gets more of them stops for a moment. */
const MOST = 10_000

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
  /**
   * Notes it, in the background: no action fails because it could not be noted. Where the computer has no key store it is kept in
   * memory alone.
   */
  add: (note: ActivityNote) => void
  /** The own account's records of the last 90 days, newest first, at most 10,000. Throws the file system's error. */
  read: () => Promise<ActivityRecord[]>
  /** Drops what is older than 90 days, and the files of accounts that have not worked here for so long. Never throws. */
  prune: () => Promise<void>
}

/** One account's log, the records that are not in it yet, and those that can not be written for want of a key store. */
interface Own { log: SealedLog<ActivityRecord>, waiting: ActivityRecord[], unwritten: ActivityRecord[], writing: Promise<void> | undefined }

/** See `Activity`. */
export function activity({ folder, masterKey, account, clock, log, onChange }: Dependencies): Activity {
  const logs = new Map<string, Own>()

  function ownLog(): Own | undefined {
    const owner = account()
    if (!owner) return undefined
    const name = accountDigest(owner)
    const options = {
      file: path.join(folder, `${name}.log`), binding: { purpose: 'activity', context: name }, schema: activityRecordSchema,
      masterKey, log, gatherMs: GATHER_MS,
    }
    const open = (): Own => ({ log: sealedLog(options), waiting: [], unwritten: [], writing: undefined })
    const found = logs.get(name) ?? open()
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

  /** What comes while the disk is at work goes in one piece after that: a job of a thousand slots is not a thousand waits for it. */
  async function write(own: Own): Promise<void> {
    while (own.waiting.length > 0) {
      const records = own.waiting.splice(0)
      await tried(async () => { if (!await own.log.append(records)) own.unwritten = [...own.unwritten, ...records].slice(-MOST) })
    }
    await tried(own.log.close)
    own.writing = undefined
    onChange()
  }

  return {
    add(note) {
      const own = ownLog()
      if (!own) return
      own.waiting.push({ failure: '', reason: '', ...note, at: clock() })
      own.writing ??= write(own)
    },
    async read() {
      const own = ownLog()
      if (!own) return []
      await own.writing
      const oldest = clock() - KEPT_MS
      return [...await own.log.read(), ...own.unwritten].filter(({ at }) => at >= oldest).slice(-MOST).reverse()
    },
    prune: () => tried(async () => {
      const oldest = clock() - KEPT_MS
      await ownLog()?.log.prune(({ at }) => at >= oldest)
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
