import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import { inTurn } from '@main/inTurn'
import type { KeyStore, Log } from '@main/ports'
import { readIfThere, removeDurably, writeDurably } from './durableFile'

const KEY = 32
const CHECK = 8

/** The one key under which everything of a person is sealed on this computer; the operating system's key store wraps it. */
export interface MasterKey {
  /** Whether the key store protects at all. */
  isProtected: () => Promise<boolean>
  /**
   * 32 bytes. Made when there is none. Undefined when the key store does not protect or can not open it now: then nothing of a person
   * may be written, and nothing that is there is deleted, for the key store may be unlocked later. Throws the file system's error.
   */
  read: () => Promise<Uint8Array | undefined>
  /** A new key in place of one that `read` can not open: what was sealed before is given up. Undefined without protection. */
  renew: () => Promise<Uint8Array | undefined>
  /** Writes the key down once more when its file was taken away. Throws the file system's error. */
  keep: () => Promise<void>
  /** Forgets the key in memory and on disk. What was sealed under it can never be opened again. */
  erase: () => Promise<void>
}

/** @param file where the wrapped key is kept */
export function masterKey({ keyStore, file, log }: { keyStore: KeyStore, file: string, log: Log }): MasterKey {
  const turn = inTurn()
  let known: Uint8Array | undefined
  const write = async (key: Uint8Array) => {
    await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeDurably(file, await keyStore.wrap(Buffer.concat([key, checkOf(key)])))
  }
  const make = async () => {
    const key = randomBytes(KEY)
    await write(key)
    known = key
    return key
  }
  const open = async () => {
    const wrapped = await readIfThere(file)
    if (!wrapped) return make()
    const opened = await keyStore.unwrap(wrapped).catch(() => undefined)
    if (!opened) {
      log.warn('masterKey.locked')
      return undefined
    }
    const key = checked(opened.secret)
    if (!key) {
      log.warn('masterKey.wrong')
      return make()
    }
    // The old one opens for as long as the key store has it.
    if (opened.isOutdated) await write(key).catch(() => { log.warn('masterKey.notRewrapped') })
    known = key
    return key
  }
  const whileProtected = async (task: () => Promise<Uint8Array | undefined>) => await keyStore.isProtected() ? task() : undefined
  return {
    isProtected: keyStore.isProtected,
    read: () => turn(async () => known ?? whileProtected(open)),
    renew: () => turn(() => whileProtected(make)),
    keep: () => turn(async () => { if (known && !await readIfThere(file)) await write(known) }),
    erase: () => turn(async () => {
      known = undefined
      await removeDurably(file)
    }),
  }
}

/** With a check sum, because a key store without authentication may open another's bytes to something, without an error. */
const checkOf = (key: Uint8Array) => createHash('sha256').update('clinic-reception/master').update(key).digest().subarray(0, CHECK)

function checked(opened: Uint8Array): Uint8Array | undefined {
  const key = opened.subarray(0, KEY)
  return opened.byteLength === KEY + CHECK && checkOf(key).equals(opened.subarray(KEY)) ? key : undefined
}
