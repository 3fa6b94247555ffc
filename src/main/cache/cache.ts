import * as fs from 'node:fs/promises'
import type * as v from 'valibot'
import type { After } from '@main/feed/after'
import type { Kept } from '@main/feed/feed'
import { inTurn } from '@main/inTurn'
import type { Log } from '@main/ports'
import type { DeskAccount } from '@main/secrets/accountDigest'
import type { MasterKey } from '@main/secrets/masterKey'
import type { CacheState } from '@shared/domain/cacheState'
import { isDayName, type ListName } from './ledger'
import { openSegments, type CacheDisk } from './segments'
import { openVolume, type Outdated, type Volume } from './volume'

interface Dependencies {
  /** The folder of the cache; all in it is the cache's. */
  root: string
  /** The key that signing out erases. */
  masterKey: MasterKey
  /** Today's number on the clinics' clock. */
  today: () => number
  after: After
  log: Log
  /** The state has changed. */
  onChange: () => void
  onOutdated?: Outdated
  disk?: CacheDisk
}

/**
 * The last complete picture of the clinic's data on this computer's disk: sealed, bound to the account, gone with its key.
 * Nothing is kept while nobody's account is open, or where the computer has no key store. Nothing here throws.
 */
export interface Cache extends Pick<Volume, 'recall' | 'column' | 'table' | 'keepSlots' | 'keepList' | 'settled'> {
  /** Closes what is open, and opens what is kept of this account. */
  follow: (account: DeskAccount | null) => void
  /** A list as it was kept; undefined when it was not, or the account has changed meanwhile. */
  list: <T>(name: ListName, schema: v.GenericSchema<unknown, T>) => Promise<Kept<T> | undefined>
  /** Resolves when every kept day has been read. */
  recalled: () => Promise<void>
  state: () => CacheState
  /** Erases the key, then the files of all accounts. */
  wipe: () => Promise<void>
}

const nothingYet = (): CacheState => ({ setAside: { days: 0, lists: 0 }, failing: null })

/** See `Cache`. */
export function cache({ root, masterKey, today, after, log, onChange, onOutdated, disk = fs }: Dependencies): Cache {
  const turn = inTurn()
  let volume: Volume | undefined
  let state = nothingYet()

  const change = (next: Partial<CacheState>) => {
    state = { ...state, ...next }
    onChange()
  }
  /** What one volume tells, as long as it is the open one. */
  const told = (isOpen: () => boolean) => ({
    onSetAside(name: string) {
      const { days, lists } = state.setAside
      if (isOpen()) change({ setAside: isDayName(name) ? { days: days + 1, lists } : { days, lists: lists + 1 } })
    },
    onWritten(failing: CacheState['failing']) {
      if (!isOpen() || failing === state.failing) return
      if (failing) log.warn('cache.failing', { why: failing })
      change({ failing })
    },
  })
  // In its turn: after a wipe, which takes the key away. Reading makes a key where there is none: not for an account that has left.
  const open = (account: DeskAccount, isOpen: () => boolean, onSetAside: (name: string) => void) => turn(async () => {
    const key = isOpen() ? await masterKey.read().catch(() => undefined) : undefined
    return key && openSegments({ root, key, account, onSetAside, log, disk })
  })
  const close = () => {
    volume?.close()
    volume = undefined
  }

  return {
    follow(account) {
      close()
      state = nothingYet()
      if (!account) return
      const isOpen = () => volume === mine
      const { onSetAside, onWritten } = told(isOpen)
      const heard = onOutdated && { onOutdated }
      const mine = openVolume({ segments: open(account, isOpen, onSetAside), today, after, turn, onWritten, ...heard })
      volume = mine
    },
    recall: async (day) => volume?.recall(day),
    column: (clinicId, day) => volume?.column(clinicId, day),
    table: (clinicId) => volume?.table(clinicId),
    keepSlots: (clinicId, kept) => volume?.keepSlots(clinicId, kept),
    async list(name, schema) {
      const mine = volume
      const kept = await mine?.list(name, schema)
      return mine === volume ? kept : undefined
    },
    keepList: (name, kept) => volume?.keepList(name, kept),
    settled: async () => await volume?.settled() ?? false,
    recalled: async () => volume?.recalled,
    state: () => state,
    async wipe() {
      close()
      await masterKey.erase().catch(() => { log.warn('cache.keyNotErased') })
      await turn(() => disk.rm(root, { recursive: true, force: true })).catch(() => { log.warn('cache.notWiped') })
    },
  }
}
