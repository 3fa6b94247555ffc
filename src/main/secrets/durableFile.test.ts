import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readIfThere, removeDurably, removeLeftovers, writeDurably, type Disk } from './durableFile'

let folder = ''
let file = ''
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'durable-'))
  file = path.join(folder, 'session.sealed')
})
afterEach(() => fs.rm(folder, { recursive: true }))

const content = async () => (await fs.readFile(file)).toString()
const failing = (code: string) => Object.assign(new Error(code), { code })

/** The real disk with some of a file handle's methods replaced. */
function diskWith(replaced: (handle: fs.FileHandle) => Partial<fs.FileHandle>): Disk {
  return {
    ...fs,
    open: async (...given: Parameters<typeof fs.open>) => {
      const handle = await fs.open(...given)
      return given[1] === 'r' ? handle : Object.assign(handle, replaced(handle))
    },
  }
}

describe('writeDurably', () => {
  it('replaces a file whole and leaves nothing beside it', async () => {
    await writeDurably(file, Buffer.from('first'))
    await writeDurably(file, Buffer.from('x'.repeat(100_000)))
    await writeDurably(file, Buffer.from('second'))
    expect(await content()).toBe('second')
    expect(await fs.readdir(folder)).toEqual(['session.sealed'])
  })

  it.skipIf(process.platform === 'win32')('lets nobody but the owner read it', async () => {
    await writeDurably(file, Buffer.from('mine'))
    expect((await fs.stat(file)).mode & 0o777).toBe(0o600)
  })

  it('goes on after short writes until all bytes are there', async () => {
    const disk = diskWith((handle) => {
      const write = handle.write.bind(handle) as (bytes: Uint8Array, at: number, length: number) => Promise<unknown>
      return { write: ((bytes: Uint8Array, at: number, length: number) => write(bytes, at, Math.min(length, 3))) as fs.FileHandle['write'] }
    })
    await writeDurably(file, Buffer.from('more than three bytes'), disk)
    expect(await content()).toBe('more than three bytes')
  })

  it.each([
    ['takes no more bytes', () => ({ write: (async () => ({ bytesWritten: 0, buffer: '' })) as unknown as fs.FileHandle['write'] })],
    ['is full', () => ({ write: (async () => { throw failing('ENOSPC') }) as unknown as fs.FileHandle['write'] })],
    ['can not sync', () => ({ sync: async () => { throw failing('EIO') } })],
    ['has lost bytes without a word', () => ({ stat: (async () => ({ size: 2 })) as unknown as fs.FileHandle['stat'] })],
  ])('throws and keeps the old file when the disk %s', async (_, replaced) => {
    await writeDurably(file, Buffer.from('old'))
    await expect(writeDurably(file, Buffer.from('new'), diskWith(replaced))).rejects.toThrow()
    expect(await content()).toBe('old')
    expect(await fs.readdir(folder)).toEqual(['session.sealed'])
  })

  it('waits for a virus scanner to let go of the fresh file', async () => {
    let held = 3
    const rename: typeof fs.rename = async (from, to) => {
      held -= 1
      if (held > 0) throw failing('EPERM')
      return fs.rename(from, to)
    }
    await writeDurably(file, Buffer.from('new'), { ...fs, rename })
    expect(await content()).toBe('new')
  })

  it('gives up on a rename that can never work, and cleans up', async () => {
    await expect(writeDurably(file, Buffer.from('new'), { ...fs, rename: async () => { throw failing('EBUSY') } })).rejects.toThrow('EBUSY')
    await expect(writeDurably(file, Buffer.from('new'), { ...fs, rename: async () => { throw failing('EXDEV') } })).rejects.toThrow('EXDEV')
    expect(await fs.readdir(folder)).toEqual([])
  })
})

describe('readIfThere and removeDurably', () => {
  it('take a missing file for no file', async () => {
    expect(await readIfThere(file)).toBeUndefined()
    await removeDurably(file)
    await writeDurably(file, Buffer.from('mine'))
    expect(Buffer.from((await readIfThere(file))!).toString()).toBe('mine')
    await removeDurably(file)
    expect(await readIfThere(file)).toBeUndefined()
  })

  it('throw what is another trouble', async () => {
    await expect(readIfThere(folder)).rejects.toThrow('EISDIR')
    await expect(removeDurably(file, { ...fs, unlink: async () => { throw failing('EACCES') } })).rejects.toThrow('EACCES')
  })
})

describe('removeLeftovers', () => {
  it('deletes what killed writes left, and nothing else', async () => {
    await writeDurably(file, Buffer.from('good'))
    await fs.writeFile(`${file}.tmp-0b9f1f1e-31c4-4a7e-9f0d-3f7f3a1d2c11`, 'half')
    await fs.writeFile(path.join(folder, 'notes.tmp-list'), 'a person’s')
    await removeLeftovers(folder)
    expect((await fs.readdir(folder)).sort()).toEqual(['notes.tmp-list', 'session.sealed'])
  })

  it('is content with a folder that is not there yet', async () => {
    await removeLeftovers(path.join(folder, 'none'))
  })
})
