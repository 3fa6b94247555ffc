import * as v from 'valibot'
import { inTurn } from '@main/inTurn'
import type { Log } from '@main/ports'
import type { MasterKey } from '@main/secrets/masterKey'
import { sealedFile } from '@main/secrets/sealedFile'
import type { TokenPair } from './tokens'

/** Whose tokens they are and where they may go. Sealed together with them, so that no pair ever reaches another server. */
interface Account { base: string, email: string }

/** The one file with tokens. Its tasks run in the order of the calls; none of them throws. */
export interface TokenStore {
  /** Whether the pair is on disk now; false where the computer has no key store (memory only) or the disk refuses. */
  save: (account: Account, pair: TokenPair) => Promise<boolean>
  /** Whether a pair could be kept. */
  canKeep: () => Promise<boolean>
  load: () => Promise<{ account: Account, pair: TokenPair } | undefined>
  /** Deletes the tokens. */
  drop: () => Promise<void>
  /** Erases the key under which all of this person's data are sealed, then the tokens. */
  wipe: () => Promise<void>
}

const stored = v.strictObject({
  account: v.strictObject({ base: v.string(), email: v.string() }),
  pair: v.strictObject({ access: v.string(), refresh: v.string() }),
})

/** @param file where the sealed pair is kept */
export function tokenStore({ masterKey, file, log }: { masterKey: MasterKey, file: string, log: Log }): TokenStore {
  const sealed = sealedFile({ file, binding: { purpose: 'tokens', context: 'session' }, schema: stored, masterKey, log })
  const tried = async <T>(task: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await task()
    } catch (cause) {
      log.warn('tokenStore.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
      return otherwise
    }
  }
  const drop = () => tried(sealed.wipe, undefined)
  const write = async (account: Account, pair: TokenPair) =>
    await sealed.write({ account, pair }) || (await masterKey.renew() !== undefined && sealed.write({ account, pair }))
  const save = async (account: Account, pair: TokenPair) => {
    const saved = await tried(() => write(account, pair), false)
    // An old pair on disk would be dead, or another person's, at the next start.
    if (!saved) await drop()
    return saved
  }
  const wipe = async () => {
    await tried(masterKey.erase, undefined)
    await drop()
  }
  const turn = inTurn()
  return {
    load: () => turn(() => tried(sealed.read, undefined)),
    canKeep: () => tried(masterKey.isProtected, false),
    save: (account, pair) => turn(() => save(account, pair)),
    drop: () => turn(drop),
    wipe: () => turn(wipe),
  }
}
