import * as v from 'valibot'
import { inTurn } from '@main/inTurn'
import type { Log } from '@main/ports'
import { readIfThere, removeDurably, writeDurably } from './durableFile'
import type { MasterKey } from './masterKey'
import { seal, unseal, type Binding } from './seal'

/** One JSON value in one sealed file. Its tasks run in the order of the calls. */
export interface SealedFile<T> {
  /**
   * The value; undefined when there is none or the key can not be had now. A file that does not open or fit is deleted.
   * Throws the file system's error.
   */
  read: () => Promise<T | undefined>
  /** Whether the value is on disk now: false without a key (and then nothing is written). Throws the file system's error. */
  write: (value: T) => Promise<boolean>
  wipe: () => Promise<void>
}

interface Options<T> { file: string, binding: Binding, schema: v.GenericSchema<unknown, T>, masterKey: Pick<MasterKey, 'read'>, log: Log }

/** A sealed file at `file`; `schema` checks what is read from it. */
export function sealedFile<T>({ file, binding, schema, masterKey, log }: Options<T>): SealedFile<T> {
  const turn = inTurn()
  const open = (key: Uint8Array, sealed: Uint8Array): T | undefined => {
    const plain = unseal(key, binding, sealed)
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), plain && Buffer.from(plain).toString('utf8'))
    return read.success ? read.output : undefined
  }
  const read = async () => {
    const sealed = await readIfThere(file)
    const key = sealed && await masterKey.read()
    if (!sealed || !key) return undefined
    const value = open(key, sealed)
    if (value === undefined) {
      log.warn('sealedFile.refused', { purpose: binding.purpose })
      await removeDurably(file)
    }
    return value
  }
  const write = async (value: T) => {
    const key = await masterKey.read()
    if (key) await writeDurably(file, seal(key, binding, Buffer.from(JSON.stringify(value))))
    return key !== undefined
  }
  return {
    read: () => turn(read),
    write: (value) => turn(() => write(value)),
    wipe: () => turn(() => removeDurably(file)),
  }
}
