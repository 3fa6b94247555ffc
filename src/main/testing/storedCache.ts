import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cache, type Cache } from '@main/cache/cache'
import type { CacheDisk } from '@main/cache/segments'
import { masterKey } from '@main/secrets/masterKey'
import { slotTable, type SlotTable } from '@main/slots/slotTable'
import { manualTimers } from './manualTimers'
import { memoryKeyStore, type MemoryKeyStore } from './memoryKeyStore'
import { silentLog } from './silentLog'

export const TODAY = 20_000
export const ASHA = { origin: 'https://clinic.example', email: 'asha@clinic.example' }

/** A cache over a real folder, which outlives the program that fills it. */
export interface StoredCache {
  folder: string
  root: string
  keyStore: MemoryKeyStore
  time: ReturnType<typeof manualTimers>
  /** Today's number; replace it. */
  now: { day: number }
  /** The cache as after a start of the program, opened for the account (Asha's if not given). */
  start: (changes?: { account?: typeof ASHA | null, disk?: CacheDisk, onChange?: () => void }) => Cache
  /** Segments of all accounts, those set aside not among them; the manifest, lists and days by size are not told apart. */
  files: () => Promise<string[]>
  aside: () => Promise<string[]>
  remove: () => Promise<void>
}

/** Makes an empty one. */
export async function storedCache(): Promise<StoredCache> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'cache-'))
  const root = path.join(folder, 'cache')
  const keyStore = memoryKeyStore()
  const time = manualTimers()
  const now = { day: TODAY }
  const all = async () => (await fs.readdir(root, { recursive: true }).catch(() => [])).map((name) => path.join(root, name))
  return {
    folder, root, keyStore, time, now,
    start({ account = ASHA, disk, onChange = () => undefined } = {}) {
      const key = masterKey({ keyStore, file: path.join(folder, 'master.key'), log: silentLog })
      const made = cache({ root, masterKey: key, today: () => now.day, after: time.after, log: silentLog, onChange, ...disk && { disk } })
      made.follow(account)
      return made
    },
    files: async () => (await all()).filter((name) => name.endsWith('.seg')).sort(),
    aside: async () => (await all()).filter((name) => name.includes('.aside-')),
    remove: () => fs.rm(folder, { recursive: true, force: true }),
  }
}

/** Slots of these days, `count` on each; their ids begin at `first`. */
export function tableOf(days: readonly number[], count: number, first = 1): SlotTable {
  const rows = days.flatMap((day) => Array.from({ length: count }, (_, row) => ({ day, start: 28_800 + row * 60 })))
  return slotTable({
    days: rows.map(({ day }) => day), starts: rows.map(({ start }) => start), ends: rows.map(({ start }) => start + 60),
    ids: rows.map((_, index) => first + index),
  })
}

/** Days whose slots `cacheWriter` changes with each answer. */
export const WRITTEN_DAYS = [TODAY - 14, TODAY, TODAY + 1, TODAY + 2, TODAY + 30, TODAY + 60]
