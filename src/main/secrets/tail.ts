import * as fs from 'node:fs/promises'
import path from 'node:path'
import { syncFolder, writeOut, type Disk } from './durableFile'

/** The end of a file, which stays open from one append to the next. Of one writer, who waits for each append. */
export interface Tail {
  /**
   * Resolves when the bytes are on the disk, past a power cut; file and folder are made where there is none.
   * Throws the file system's error: then none of them is there.
   */
  append: (bytes: Uint8Array) => Promise<void>
  /** Lets go of the file, until the next append: before it is replaced or removed. */
  close: () => Promise<void>
}

interface Options {
  disk: Disk
  /** The file was taken away while it was open, and is about to be made anew. */
  onGone: () => Promise<void>
}

/** See `Tail`. */
export function tail(file: string, { disk, onGone }: Options): Tail {
  let open: { handle: fs.FileHandle, size: number } | undefined

  async function close() {
    const { handle } = open ?? {}
    open = undefined
    await handle?.close()
  }

  /** Whether the bytes are in a file that has a name. On a full disk a part of them may be written: it is taken away again. */
  async function isWritten(at: { handle: fs.FileHandle, size: number }, bytes: Uint8Array): Promise<boolean> {
    const { handle, size } = at
    try {
      await writeOut(handle, bytes)
      const [{ nlink }] = await Promise.all([handle.stat(), handle.datasync()])
      at.size = size + bytes.byteLength
      return nlink > 0
    } catch (cause) {
      await handle.truncate(size).catch(() => undefined)
      await close().catch(() => undefined)
      throw cause
    }
  }

  return {
    close,
    async append(bytes) {
      if (await isWritten(open ??= await openEnd(file, disk), bytes)) return
      await close()
      await onGone()
      await isWritten(open = await openEnd(file, disk), bytes)
    },
  }
}

async function openEnd(file: string, disk: Disk): Promise<{ handle: fs.FileHandle, size: number }> {
  const folder = path.dirname(file)
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await disk.open(file, 'a', 0o600)
  try {
    const { size } = await handle.stat()
    if (size === 0) await syncFolder(folder, disk)
    return { handle, size }
  } catch (cause) {
    await handle.close()
    throw cause
  }
}
