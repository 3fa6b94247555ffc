import * as fs from 'node:fs/promises'
import * as v from 'valibot'
import { inTurn } from '@main/inTurn'
import type { Log } from '@main/ports'
import { readIfThere, removeDurably, writeDurably, type Disk } from './durableFile'
import { framed, readFrames, type Frames } from './frames'
import type { MasterKey } from './masterKey'
import { seal, unseal, type Binding } from './seal'
import { tail } from './tail'
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
  /** Lets go of the file until the next append. */
  close: () => Promise<void>
  /** Deletes the log after `first` has been done. */
  wipe: (first: () => Promise<void>) => Promise<void>
}

interface Options<T> {
  file: string
  /** Records are bound to their place, too: one that was moved, or is there twice, does not open. */
  binding: Binding
  schema: v.GenericSchema<unknown, T>
  masterKey: Pick<MasterKey, 'read'>
  log: Log
  disk?: Disk
  /**
   * For one that is written to many times a second: the file stays open from the first append to `close`, and what is appended within so
   * many milliseconds of the append before goes to the disk together.
   */
  gatherMs?: number
  /** The file was taken away while it was open, and is about to be made anew. */
  onGone?: () => Promise<void>
}

/** A sealed log at `file`. What was damaged stays in the file until it is pruned. */
export function sealedLog<T>(
  { file, masterKey, log, disk = fs, gatherMs = 0, onGone = async () => undefined, ...shape }: Options<T>,
): SealedLog<T> {
  const turn = inTurn()
  const end = tail(file, { disk, onGone })
  const { frame, read } = records(shape)
  let next: number | undefined

  const load = async (): Promise<Frames<T> & { key: Uint8Array, next: number } | undefined> => {
    const key = await masterKey.read()
    if (!key) return undefined
    const { last, ...frames } = read(key, await readIfThere(file) ?? new Uint8Array())
    if (frames.damaged > 0) log.warn('sealedLog.damaged', { purpose: shape.binding.purpose, bytes: frames.damaged })
    next = last + 1
    return { ...frames, key, next }
  }

  const append = async (added: readonly T[]) => {
    const key = await masterKey.read()
    if (!key) return false
    // Numbers go on where they stopped, so the first record of a run needs to know what is there.
    const first = next ?? (await load())!.next
    // Before the write: a record of a write that failed half-way may be there after all, and no number is used twice.
    next = first + added.length
    await end.append(Buffer.concat(added.map((record, place) => frame(key, first + place, record))))
    if (gatherMs === 0) await end.close()
    return true
  }

  const remove = async () => {
    await end.close()
    await removeDurably(file, disk)
    next = undefined
  }
  const replace = async (key: Uint8Array, kept: readonly T[]) => {
    if (kept.length === 0) return remove()
    await end.close()
    await writeDurably(file, Buffer.concat(kept.map((record, place) => frame(key, place + 1, record))), disk)
    next = kept.length + 1
  }
  const prune = async (keep: (record: T) => boolean) => {
    const open = await load()
    const kept = open?.records.filter(keep) ?? []
    if (open && kept.length < open.records.length) await replace(open.key, kept)
  }

  return {
    append: together(turn, append, gatherMs),
    read: () => turn(async () => (await load())?.records ?? []),
    recover: () => turn(load),
    prune: (keep) => turn(() => prune(keep)),
    replace: (kept) => turn(async () => {
      const key = await masterKey.read()
      if (key) await replace(key, kept)
    }),
    close: () => turn(end.close),
    wipe: (first) => turn(async () => {
      await first()
      await remove()
    }),
  }
}

/** Records as they lie in the file, each bound to its number. */
function records<T>({ binding, schema }: Pick<Options<T>, 'binding' | 'schema'>) {
  const bound = (number: number): Binding => ({ ...binding, context: JSON.stringify([binding.context, number]) })
  return {
    frame: (key: Uint8Array, number: number, record: T) =>
      framed({ number, sealed: seal(key, bound(number), Buffer.from(JSON.stringify(record))) }),
    read(key: Uint8Array, bytes: Uint8Array): Frames<T> & { last: number } {
      let last = 0
      const frames = readFrames(bytes, ({ number, sealed }) => {
        const plain = number > last ? unseal(key, bound(number), sealed) : undefined
        const record = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), plain && Buffer.from(plain).toString('utf8'))
        if (!record.success) return undefined
        last = number
        return record.output
      })
      return { ...frames, last }
    },
  }
}
