import { createHmac } from 'node:crypto'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '@main/ports'
import type { DeskAccount } from '@main/secrets/accountDigest'
import { removeDurably, writeDurably, type Disk } from '@main/secrets/durableFile'
import { seal, unseal, type Binding } from '@main/secrets/seal'

/** What is used of Node's file system. */
export type CacheDisk = Disk & Pick<typeof fs, 'readFile' | 'mkdir' | 'rm'>

/** What the bytes mean; another number makes every older file strange. */
const SCHEMA = 1
const ASIDE = '.aside-'
const ASIDE_KEPT = 3
/** Troubles that pass: nothing is known of the file. */
const PASSING = ['EMFILE', 'ENFILE', 'EBUSY', 'EAGAIN', 'ENOMEM', 'EINTR']

/**
 * Sealed files of one account. Each is bound to its account, its server and its name: one that was swapped with another, or taken
 * from somebody else, does not open. Their names are digests under the key and say nothing.
 */
export interface Segments {
  /** The bytes; undefined when there are none, or they can not be had now. A damaged file is set aside. Never throws. */
  read: (name: string) => Promise<Uint8Array | undefined>
  /** Replaces the file durably. Throws the file system's error; the old file is then untouched. */
  write: (name: string, plain: Uint8Array) => Promise<void>
  remove: (name: string) => Promise<void>
  /** Takes a file that opened, but makes no sense, out of the way: the last three such are kept. Never throws. */
  setAside: (name: string) => Promise<void>
  /** Deletes the files of all names but these, and the folders of all other accounts. Never throws. */
  tidy: (names: readonly string[]) => Promise<void>
}

interface Options {
  /** Where the folders of all accounts lie. */
  root: string
  key: Uint8Array
  account: DeskAccount
  /** Told of each file that is set aside. */
  onSetAside: (name: string) => void
  log: Log
  disk?: CacheDisk
}

/** See `Segments`. */
export function openSegments({ root, key, account, onSetAside, log, disk = fs }: Options): Segments {
  const owner = [account.origin, account.email.trim().toLowerCase()]
  const digest = (...parts: string[]) => createHmac('sha256', key).update(JSON.stringify(['cache', ...owner, ...parts])).digest('hex').slice(0, 32)
  const own = digest()
  const folder = path.join(root, own)
  const fileOf = (name: string) => path.join(folder, `${digest(name)}.seg`)
  const binding = (name: string): Binding => ({ purpose: 'cache', context: JSON.stringify([SCHEMA, ...owner, name]) })
  let isMade = false

  async function setAside(name: string) {
    const file = fileOf(name)
    const aside = `${file}${ASIDE}${Date.now()}`
    await disk.rename(file, aside).catch(() => disk.rm(file, { recursive: true, force: true })).catch(() => undefined)
    await prune(folder, disk)
    log.warn('cache.setAside')
    onSetAside(name)
  }

  async function read(name: string) {
    const sealed = await disk.readFile(fileOf(name)).catch(codeOf)
    if (typeof sealed !== 'string') {
      const plain = unseal(key, binding(name), sealed)
      if (!plain) await setAside(name)
      return plain
    }
    if (sealed !== 'ENOENT' && sealed !== 'ENOTDIR' && !PASSING.includes(sealed)) await setAside(name)
    return undefined
  }

  async function write(name: string, plain: Uint8Array) {
    if (!isMade) await disk.mkdir(folder, { recursive: true, mode: 0o700 })
    isMade = true
    await writeDurably(fileOf(name), seal(key, binding(name), plain), disk)
  }

  return {
    read, write, setAside,
    remove: (name) => removeDurably(fileOf(name), disk),
    async tidy(names) {
      const kept = new Set(names.map((name) => path.basename(fileOf(name))))
      const strange = await listed(folder, disk)
      const others = await listed(root, disk)
      const doomed = [
        ...strange.filter((name) => !kept.has(name) && !name.includes(ASIDE)).map((name) => path.join(folder, name)),
        ...others.filter((name) => name !== own).map((name) => path.join(root, name)),
      ]
      await Promise.all(doomed.map((file) => disk.rm(file, { recursive: true, force: true }).catch(() => undefined)))
    },
  }
}

/** What was set aside is still sealed; somebody may want to look at it, but not at all of it for ever. */
async function prune(folder: string, disk: CacheDisk): Promise<void> {
  const aside = (await listed(folder, disk)).filter((name) => name.includes(ASIDE))
  const oldest = aside.sort((a, b) => timeIn(a) - timeIn(b)).slice(0, -ASIDE_KEPT)
  await Promise.all(oldest.map((name) => disk.rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined)))
}

const timeIn = (name: string) => Number(name.split(ASIDE)[1])

const listed = (folder: string, disk: CacheDisk): Promise<string[]> => disk.readdir(folder).catch(() => [])

const codeOf = (cause: unknown): string => cause instanceof Error && 'code' in cause ? String(cause.code) : ''
