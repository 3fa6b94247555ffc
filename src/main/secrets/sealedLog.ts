import * as fs from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { inTurn } from '@main/inTurn'
import type { Log } from '@main/ports'
import { readIfThere, removeDurably, syncFolder, writeDurably, writeOut, type Disk } from './durableFile'
import { framed, readFrames, type Frames } from './frames'
import type { MasterKey } from './masterKey'
import { seal, unseal, type Binding } from './seal'
import { together } from './together'

/** JSON values in one sealed file, written one after the other. Its tasks run in the order of the calls. */
export interface SealedLog<T> {
  /**
   * Whether the records are on disk now, past a power cut: false without a key (and then nothing is written).
   * What is appended while another append is at work goes to the disk together. Throws the file system's error; then none of them is there.
   */
  append: (records: readonly T[]) => Promise<boolean>
  /** All records that can be read, in order; a torn or changed one is left out. Empty without a key. Throws the file system's error. */
  read: () => Promise<T[]>
  /** The same, and what is known of what could not be read; undefined without a key. Throws the file system's error. */
  recover: () => Promise<Frames<T> | undefined>
  /** Writes the log anew with the records that `keep` accepts, if it refuses any. */
  prune: (keep: (record: T) => boolean) => Promise<void>
  /** Writes the log anew with these records; without any it is deleted. */
  replace: (records: readonly T[]) => Promise<void>
}

interface Options<T> {
  file: string
  /** Records are bound to their place, too: one that was moved, or is there twice, does not open. */
  binding: Binding
  schema: v.GenericSchema<unknown, T>
  masterKey: Pick<MasterKey, 'read'>
  log: Log
  disk?: Disk
}

interface Open<T> extends Frames<T> { key: Uint8Array, next: number }

/** A sealed log at `file`. What was damaged stays in the file until it is pruned. */
export function sealedLog<T>({ file, binding, schema, masterKey, log, disk = fs }: Options<T>): SealedLog<T> {
  const turn = inTurn()
  let next: number | undefined
  const bound = (number: number): Binding => ({ ...binding, context: JSON.stringify([binding.context, number]) })
  const frame = (key: Uint8Array, number: number, record: T) =>
    framed({ number, sealed: seal(key, bound(number), Buffer.from(JSON.stringify(record))) })

  const load = async (): Promise<Open<T> | undefined> => {
    const key = await masterKey.read()
    if (!key) return undefined
    let last = 0
    const frames = readFrames(await readIfThere(file) ?? new Uint8Array(), ({ number, sealed }) => {
      const plain = number > last ? unseal(key, bound(number), sealed) : undefined
      const record = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), plain && Buffer.from(plain).toString('utf8'))
      if (!record.success) return undefined
      last = number
      return record.output
    })
    if (frames.damaged > 0) log.warn('sealedLog.damaged', { purpose: binding.purpose, bytes: frames.damaged })
    next = last + 1
    return { ...frames, key, next }
  }

  const append = async (records: readonly T[]) => {
    const key = await masterKey.read()
    if (!key) return false
    // Numbers go on where they stopped, so the first record of a run needs to know what is there.
    const first = next ?? (await load())!.next
    // Before the write: a record of a write that failed half-way may be there after all, and no number is used twice.
    next = first + records.length
    await appendDurably(file, Buffer.concat(records.map((record, place) => frame(key, first + place, record))), disk)
    return true
  }

  const replace = async (key: Uint8Array, records: readonly T[]) => {
    if (records.length === 0) await removeDurably(file, disk)
    else await writeDurably(file, Buffer.concat(records.map((record, place) => frame(key, place + 1, record))), disk)
    next = records.length + 1
  }
  const prune = async (keep: (record: T) => boolean) => {
    const open = await load()
    const kept = open?.records.filter(keep) ?? []
    if (open && kept.length < open.records.length) await replace(open.key, kept)
  }

  return {
    append: together(turn, append),
    read: () => turn(async () => (await load())?.records ?? []),
    recover: () => turn(load),
    prune: (keep) => turn(() => prune(keep)),
    replace: (records) => turn(async () => {
      const key = await masterKey.read()
      if (key) await replace(key, records)
    }),
  }
}

/** On a full disk a part of the bytes may be written: it is taken away again. */
async function appendDurably(file: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const handle = await disk.open(file, 'a', 0o600)
  try {
    const { size } = await handle.stat()
    try {
      await writeOut(handle, bytes)
      await handle.sync()
    } catch (cause) {
      await handle.truncate(size).catch(() => undefined)
      throw cause
    }
    if (size === 0) await syncFolder(path.dirname(file), disk)
  } finally {
    await handle.close()
  }
}
