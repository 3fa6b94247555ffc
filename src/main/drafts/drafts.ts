import * as fs from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { inTurn } from '@main/inTurn'
import type { KeyStore, Log } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import { lastingKey } from '@main/secrets/lastingKey'
import { masterKey, type MasterKey } from '@main/secrets/masterKey'
import { sealedFile, type SealedFile } from '@main/secrets/sealedFile'
import { draftSchema, type Draft, type DraftFields } from '@shared/domain/draft'
import { AppFailure } from '@shared/errors'

const DRAFTS = 50
const BYTES = 64 * 1024

interface Dependencies {
  folder: string
  keyStore: KeyStore
  /** Whose drafts they are: who is signed in, or was until the server ended the session. */
  account: () => DeskAccount | null
  log: Log
}

/**
 * What was typed into forms and not yet sent, by account: sealed on disk under a key of the account's own, so that another person's signing
 * out takes nothing of it; in memory only where the computer has no key store.
 * All but `wipe` throw `AppFailure` signedOut when there is nobody whose drafts they could be.
 */
export interface Drafts {
  read: (of: { form: string }) => Promise<DraftFields | null>
  /** Keeps a draft; the oldest ones give way to it (50 drafts, 64 kB). Throws `AppFailure` tooLarge for one that alone is larger. */
  write: (draft: Draft) => Promise<void>
  discard: (of: { form: string }) => Promise<void>
  /** Erases the account's key, then its drafts. */
  wipe: (account: DeskAccount) => Promise<void>
}

/** The drafts of one account, oldest first, their file and its key. */
interface Sheaf { file: SealedFile<Draft[]>, key: MasterKey, drafts: Draft[] }

/** See `Drafts`. */
export function drafts({ folder, keyStore, account, log }: Dependencies): Drafts {
  const turn = inTurn()
  const sheaves = new Map<string, Sheaf>()

  const tried = async <T>(task: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await task()
    } catch (cause) {
      log.warn('drafts.failed', { code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
      return undefined
    }
  }

  function at(name: string): Pick<Sheaf, 'file' | 'key'> {
    const key = masterKey({ keyStore, file: path.join(folder, `${name}.key`), log })
    const binding = { purpose: 'drafts', context: name }
    const of = { file: path.join(folder, name), binding, schema: v.array(draftSchema), masterKey: lastingKey(key), log }
    return { key, file: sealedFile<Draft[]>(of) }
  }

  async function open(name: string): Promise<Sheaf> {
    const known = sheaves.get(name)
    if (known) return known
    const place = at(name)
    const sheaf = { ...place, drafts: await tried(place.file.read) ?? [] }
    sheaves.set(name, sheaf)
    return sheaf
  }

  /** In memory first: a disk that refuses costs what is typed its life beyond the program's end, no more. */
  async function keep(sheaf: Sheaf, next: Draft[]): Promise<void> {
    sheaf.drafts = next
    await tried(async () => {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      // Without a key nothing was written, and what a locked key store keeps from us stays as well.
      if (await sheaf.file.write(next) && next.length === 0) await remove(sheaf)
    })
  }

  /** Does a task on the drafts of whoever is there now, in its turn: one that they asked for goes before the wipe when they leave. */
  async function onOwn<T>(task: (sheaf: Sheaf) => Promise<T> | T): Promise<T> {
    const name = ownerOf(account())
    return turn(async () => task(await open(name)))
  }

  return {
    read: ({ form }) => onOwn(({ drafts }) => drafts.find((draft) => draft.form === form)?.fields ?? null),
    async write(draft) {
      if (sizeOf([draft]) > BYTES) throw new AppFailure({ kind: 'tooLarge' })
      await onOwn((sheaf) => keep(sheaf, newest([...others(sheaf, draft.form), draft])))
    },
    discard: ({ form }) => onOwn(async (sheaf) => {
      const left = others(sheaf, form)
      if (left.length < sheaf.drafts.length) await keep(sheaf, left)
    }),
    wipe: (of) => turn(async () => {
      const name = accountDigest(of)
      const { key, file } = sheaves.get(name) ?? at(name)
      sheaves.delete(name)
      await tried(() => remove({ key, file }))
    }),
  }
}

/** The key first: what a kill leaves after that nobody can read. */
async function remove({ key, file }: Pick<Sheaf, 'key' | 'file'>): Promise<void> {
  await key.erase()
  await file.wipe()
}

function ownerOf(account: DeskAccount | null): string {
  if (!account) throw new AppFailure({ kind: 'signedOut', reason: 'none' })
  return accountDigest(account)
}

const others = ({ drafts }: Sheaf, form: string) => drafts.filter((draft) => draft.form !== form)

const sizeOf = (drafts: Draft[]) => Buffer.byteLength(JSON.stringify(drafts))

function newest(drafts: Draft[]): Draft[] {
  let kept = drafts.slice(-DRAFTS)
  while (sizeOf(kept) > BYTES) kept = kept.slice(1)
  return kept
}
