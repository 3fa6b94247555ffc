import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryKeyStore, type MemoryKeyStore } from '@main/testing/memoryKeyStore'
import { silentLog } from '@main/testing/silentLog'
import type { Disk } from './durableFile'
import { masterKey } from './masterKey'
import { sealedLog, type SealedLog } from './sealedLog'

interface Entry { n: number, text: string }
const schema = v.strictObject({ n: v.number(), text: v.string() })
const entry = (n: number): Entry => ({ n, text: `marker-${n}` })
let folder = ''
let file = ''
let keyStore: MemoryKeyStore
const openLog = (changes: { binding?: { purpose: string, context: string }, disk?: Disk } = {}): SealedLog<Entry> => sealedLog({
  file, binding: { purpose: 'activity', context: 'me' }, schema, log: silentLog,
  masterKey: masterKey({ keyStore, file: path.join(folder, 'key'), log: silentLog }), ...changes,
})
const numbers = async (log = openLog()) => (await log.read()).map(({ n }) => n)

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'log-'))
  file = path.join(folder, 'log')
  keyStore = memoryKeyStore()
})
afterEach(() => fs.rm(folder, { recursive: true }))

describe('sealedLog', () => {
  it('gives back what was written, in order, after restarts', async () => {
    expect(await openLog().append([entry(1), entry(2)])).toBe(true)
    expect(await openLog().append([entry(3)])).toBe(true)
    expect(await openLog().read()).toEqual([entry(1), entry(2), entry(3)])
  })

  it('holds nothing that can be read, and is its owner’s alone', async () => {
    await openLog().append([entry(1)])
    expect((await fs.readFile(file)).includes('marker')).toBe(false)
    expect((await fs.stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is empty where there is none', async () => {
    expect(await openLog().read()).toEqual([])
  })

  it('reads all records but the one in which any single byte was flipped', async () => {
    await openLog().append([1, 2, 3].map(entry))
    const whole = await fs.readFile(file)
    const length = whole.byteLength / 3
    for (let at = 0; at < whole.byteLength; at += 1) {
      const flip = 1 + at % 255
      await fs.writeFile(file, whole.map((byte, place) => place === at ? byte ^ flip : byte))
      expect(await numbers(), `byte ${at}`).toEqual([1, 2, 3].filter((n) => n !== Math.floor(at / length) + 1))
    }
  })

  it('reads what is whole of a log that was cut off anywhere, and goes on behind the tear', async () => {
    await openLog().append([1, 2, 3].map(entry))
    const whole = await fs.readFile(file)
    for (let at = 0; at <= whole.byteLength; at += 1) {
      await fs.writeFile(file, whole.subarray(0, at))
      const left = [1, 2, 3].slice(0, Math.floor(at / (whole.byteLength / 3)))
      const log = openLog()
      await log.append([entry(9)])
      expect(await numbers(log), `${at} bytes`).toEqual([...left, 9])
    }
  })

  it('reads what is whole around garbage', async () => {
    await openLog().append([1, 2].map(entry))
    const whole = await fs.readFile(file)
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (garbage) => {
      const half = whole.byteLength / 2
      await fs.writeFile(file, Buffer.concat([garbage, whole.subarray(0, half), garbage, whole.subarray(half), garbage]))
      expect(await numbers()).toEqual([1, 2])
    }), { numRuns: 40 })
  })

  it('refuses records that were copied, moved, or taken from another log', async () => {
    await openLog().append([1, 2].map(entry))
    const whole = await fs.readFile(file)
    const half = whole.byteLength / 2
    await fs.writeFile(file, Buffer.concat([whole, whole]))
    expect(await numbers()).toEqual([1, 2])
    await fs.writeFile(file, Buffer.concat([whole.subarray(half), whole.subarray(0, half)]))
    expect(await numbers()).toEqual([2])
    await fs.writeFile(file, whole)
    expect(await numbers(openLog({ binding: { purpose: 'activity', context: 'other' } }))).toEqual([])
    expect(await numbers(openLog({ binding: { purpose: 'journal', context: 'me' } }))).toEqual([])
  })

  it('leaves out a record of another shape', async () => {
    await openLog().append([entry(1), { n: 'two' } as never, entry(3)])
    expect(await numbers()).toEqual([1, 3])
  })

  it('writes nothing without a key, and reads it once the key is there again', async () => {
    await openLog().append([entry(1)])
    keyStore.lock()
    expect(await openLog().append([entry(2)])).toBe(false)
    expect(await numbers()).toEqual([])
    keyStore.unlock()
    expect(await numbers()).toEqual([1])
  })

  it('takes a part of a record away again when the disk is full, and says so', async () => {
    await openLog().append([entry(1)])
    const full: Disk = {
      ...fs,
      open: async (...of: Parameters<typeof fs.open>) => {
        const handle = await fs.open(...of)
        const write = handle.write.bind(handle)
        let times = 0
        handle.write = (async (bytes: Uint8Array) => {
          if (times++ > 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
          return write(bytes.subarray(0, 20))
        }) as never
        return handle
      },
    }
    const { size } = await fs.stat(file)
    const log = openLog({ disk: full })
    await expect(log.append([entry(2)])).rejects.toThrow('no space')
    expect((await fs.stat(file)).size).toBe(size)
    await openLog().append([entry(3)])
    expect(await numbers()).toEqual([1, 3])
  })

  it('does its tasks in the order of the calls', async () => {
    const log = openLog()
    const all = Array.from({ length: 20 }, (_, n) => log.append([entry(n)]))
    expect(await numbers(log)).toHaveLength(20)
    await Promise.all(all)
  })

  it('is pruned of records and damage, and goes on', async () => {
    const log = openLog()
    await log.append([1, 2, 3].map(entry))
    await fs.appendFile(file, 'damage')
    await log.prune(({ n }) => n > 1)
    await log.append([entry(4)])
    expect(await numbers()).toEqual([2, 3, 4])
    await log.prune(() => false)
    expect(await fs.readdir(folder)).toEqual(['key'])
    await log.append([entry(5)])
    expect(await numbers()).toEqual([5])
  })
})
