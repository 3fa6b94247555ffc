import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tail, type Tail } from './tail'

let folder = ''
let file = ''
let opened = 0
let gone = 0
let end: Tail
let broken: Partial<fs.FileHandle> = {}

const open: typeof fs.open = async (...given) => {
  if (given[1] === 'a') opened += 1
  return Object.assign(await fs.open(...given), broken)
}

beforeEach(async () => {
  folder = path.join(await fs.mkdtemp(path.join(tmpdir(), 'tail-')), 'own')
  file = path.join(folder, 'log')
  opened = gone = 0
  broken = {}
  end = tail(file, { disk: { ...fs, open }, onGone: async () => { gone += 1 } })
})
afterEach(async () => {
  await end.close()
  await fs.rm(path.dirname(folder), { recursive: true })
})

const write = (text: string) => end.append(Buffer.from(text))
const content = async () => (await fs.readFile(file)).toString()

describe('tail', () => {
  it('makes folder and file, and opens it once for many appends', async () => {
    await write('one ')
    await write('two')
    expect(await content()).toBe('one two')
    expect(opened).toBe(1)
  })

  it('goes on behind what is there after it was closed', async () => {
    await write('one ')
    await end.close()
    await fs.appendFile(file, 'theirs ')
    await write('two')
    expect(await content()).toBe('one theirs two')
  })

  it.skipIf(process.platform === 'win32')('writes into a file that has a name, though its folder was removed beneath it', async () => {
    await write('one ')
    await fs.rm(folder, { recursive: true })
    await write('two')
    expect(await content()).toBe('two')
    expect([opened, gone]).toEqual([2, 1])
  })

  it.each([
    ['can not flush', { datasync: async () => { throw new Error('EIO') } }],
    ['takes no more bytes', { write: (async () => ({ bytesWritten: 0, buffer: '' })) as unknown as fs.FileHandle['write'] }],
  ])('throws when the disk %s, leaves nothing of it, and goes on with a file opened anew', async (_, trouble) => {
    await write('one ')
    await end.close()
    broken = trouble
    await expect(write('two ')).rejects.toThrow()
    broken = {}
    await write('three')
    expect(await content()).toBe('one three')
  })

  it('throws where the folder can not be made', async () => {
    await fs.writeFile(folder, 'in its place')
    await expect(write('one')).rejects.toThrow()
    await fs.rm(folder)
    await write('two')
    expect(await content()).toBe('two')
  })
})
