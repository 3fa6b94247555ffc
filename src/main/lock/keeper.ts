import type { Clock } from '@main/ports'
import { accountDigest } from '@main/secrets/accountDigest'
import type { SealedFile } from '@main/secrets/sealedFile'
import type { Session } from '@main/session/session'
import type { LockRecord } from './record'

interface Dependencies {
  session: Pick<Session, 'state' | 'account'>
  file: SealedFile<LockRecord>
  clock: Clock
}

/** What is known of the lock of whoever is signed in, on the disk too where the session is. */
export interface Keeper {
  /** Digest of the account; null when nobody is signed in. */
  account: () => string | null
  read: () => LockRecord | undefined
  /** A new record of an account. */
  begin: (account: string) => LockRecord
  /** Takes up the record of the last run, or begins one; answers whether there was one. */
  load: () => Promise<boolean>
  /** In memory at once. Resolves when it is on the disk, too; never rejects. */
  note: (change: Partial<LockRecord>) => Promise<void>
  forget: () => void
}

/** See `Keeper`. */
export function keeper({ session, file, clock }: Dependencies): Keeper {
  let held: LockRecord | undefined

  const account = () => {
    const found = session.account()
    return found && accountDigest(found)
  }
  const begin = (of: string) => {
    const now = clock()
    return held = { account: of, isLocked: false, since: now, seenAt: now, failures: 0, triedAt: 0, verifier: null }
  }

  return {
    account,
    begin,
    read: () => held,
    async load() {
      const mine = account()
      if (mine === null) return false
      const kept = await file.read().catch(() => undefined)
      if (kept?.account !== mine) begin(mine)
      else held = kept
      return kept?.account === mine
    },
    async note(change) {
      if (!held) return
      held = { ...held, ...change }
      const state = session.state()
      // A disk that refuses must not keep the desk open, nor shut.
      if (state.status === 'signedIn' && state.kept && !state.demo) await file.write(held).catch(() => undefined)
    },
    forget() {
      held = undefined
      void file.wipe().catch(() => undefined)
    },
  }
}
