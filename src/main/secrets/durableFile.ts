import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs/promises'
import path from 'node:path'

/** What is used of Node's file system. */
export type Disk = Pick<typeof fs, 'open' | 'rename' | 'unlink' | 'readdir'>

const LEFTOVER = /\.tmp-[\da-f-]{36}$/
const TRIES = 10

/**
 * Replaces a file so that at each moment, also after a kill or on a full disk, it holds the old bytes or the new ones, all of them.
 * Readable by its owner only. Throws the file system's error; the old file is then untouched.
 */
export async function writeDurably(file: string, bytes: Uint8Array, disk: Disk = fs): Promise<void> {
  const temporary = `${file}.tmp-${randomUUID()}`
  try {
    await writeWhole(temporary, bytes, disk)
    await moved(temporary, file, disk)
  } catch (cause) {
    await disk.unlink(temporary).catch(() => undefined)
    throw cause
  }
  await syncFolder(path.dirname(file), disk)
}

/** Deletes a file, also from the disk's point of view; a file that is not there is no error. */
export async function removeDurably(file: string, disk: Disk = fs): Promise<void> {
  try {
    await disk.unlink(file)
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause
    return
  }
  await syncFolder(path.dirname(file), disk)
}

/** A file's bytes, or undefined when there is none. Throws any other error: a file that can not be read now is not a missing one. */
export async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(file)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw cause
  }
}

/** Deletes what killed writes left in a folder. Only at start, before anything is written there. */
export async function removeLeftovers(folder: string, disk: Disk = fs): Promise<void> {
  const names = await disk.readdir(folder).catch(() => [])
  await Promise.all(names.filter((name) => LEFTOVER.test(name)).map((name) => disk.unlink(path.join(folder, name)).catch(() => undefined)))
}

/** Writes all bytes, in a loop: on a full disk a write may be short and still succeed. Throws the file system's error. */
export async function writeOut(handle: fs.FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength;) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.byteLength - at)
    if (bytesWritten === 0) throw new Error('nothing more can be written')
    at += bytesWritten
  }
}

async function writeWhole(file: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const handle = await disk.open(file, 'wx', 0o600)
  try {
    await writeOut(handle, bytes)
    await handle.sync()
    if ((await handle.stat()).size !== bytes.byteLength) throw new Error('the file has another size than what was written')
  } finally {
    await handle.close()
  }
}

/** On Windows a virus scanner or an indexer may hold a fresh file open for a moment. */
async function moved(from: string, to: string, disk: Disk): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await disk.rename(from, to)
      return
    } catch (cause) {
      if (left === 1 || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(cause))) throw cause
      await new Promise((resolve) => { setTimeout(resolve, 20) })
    }
  }
}

/** Makes a rename or a new file last through a power cut; Windows can not open folders and needs it not. */
export async function syncFolder(folder: string, disk: Disk): Promise<void> {
  const handle = await disk.open(folder, 'r').catch(() => undefined)
  if (!handle) return
  await handle.sync().catch(() => undefined)
  await handle.close()
}

const codeOf = (cause: unknown) => cause instanceof Error && 'code' in cause ? String(cause.code) : ''
