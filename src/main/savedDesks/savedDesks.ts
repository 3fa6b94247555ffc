import * as fs from 'node:fs/promises'
import path from 'node:path'
import { inTurn } from '@main/inTurn'
import type { Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import type { MasterKey } from '@main/secrets/masterKey'
import { sealedFile, type SealedFile } from '@main/secrets/sealedFile'
import { savedDesksSchema, type SavedDesks as Values } from '@shared/domain/savedDesk'
import { AppFailure } from '@shared/errors'

interface Dependencies {
  folder: string
  /** A key that signing out does not erase: who comes back has their desks. */
  masterKey: Pick<MasterKey, 'read'>
  account: () => DeskAccount | null
  log: Log
}

/** The desks that a person saved, by account: sealed, for their names are the person's own words; in memory only without a key store. */
export interface SavedDesks {
  /** None at first. Throws `AppFailure` signedOut when nobody is there whose desks they could be. */
  read: () => Promise<Values>
  /** Keeps these in place of the ones before. Throws as `read` does, and notSaved when the disk refuses: then the old ones stay. */
  keep: (desks: Values) => Promise<Values>
}

/** See `SavedDesks`. */
export function savedDesks({ folder, masterKey, account, log }: Dependencies): SavedDesks {
  const turn = inTurn()
  const known = new Map<string, { file: SealedFile<Values>, value: Values }>()

  async function own() {
    const owner = account()
    if (!owner) throw new AppFailure({ kind: 'signedOut', reason: 'none' })
    const name = accountDigest(owner)
    const found = known.get(name)
    if (found) return found
    const binding = { purpose: 'savedDesks', context: name }
    const file = sealedFile<Values>({ file: path.join(folder, name), binding, schema: savedDesksSchema, masterKey, log })
    const opened = { file, value: await file.read() ?? { desks: [], startUp: null } }
    known.set(name, opened)
    return opened
  }

  return {
    read: () => turn(async () => (await own()).value),
    keep: (given) => turn(async () => {
      const mine = await own()
      const desks = given.desks.toSorted((one, other) => one.key - other.key)
      const startUp = desks.some(({ key }) => key === given.startUp) ? given.startUp : null
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 })
        await mine.file.write({ desks, startUp })
      } catch (cause) {
        log.warn('savedDesks.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
        throw new AppFailure({ kind: 'notSaved' })
      }
      mine.value = { desks, startUp }
      return mine.value
    }),
  }
}
