import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryKeyStore, type MemoryKeyStore } from '@main/testing/memoryKeyStore'
import { silentLog } from '@main/testing/silentLog'
import { masterKey } from './masterKey'
import { sealedFile, type SealedFile } from './sealedFile'

const schema = v.strictObject({ secret: v.string() })
let folder = ''
let file = ''
let keyStore: MemoryKeyStore
const openFile = (binding = { purpose: 'tokens', context: 'session' }): SealedFile<{ secret: string }> =>
  sealedFile({ file, binding, schema, log: silentLog, masterKey: masterKey({ keyStore, file: path.join(folder, 'key'), log: silentLog }) })

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'sealed-'))
  file = path.join(folder, 'session')
  keyStore = memoryKeyStore()
})
afterEach(() => fs.rm(folder, { recursive: true }))

describe('sealedFile', () => {
  it('keeps a value over a restart, and no byte of it is readable on disk', async () => {
    expect(await openFile().write({ secret: 'marker-7f3a' })).toBe(true)
    expect(await openFile().read()).toEqual({ secret: 'marker-7f3a' })
    for (const name of await fs.readdir(folder)) {
      const bytes = await fs.readFile(path.join(folder, name))
      for (const form of ['marker-7f3a', Buffer.from('marker-7f3a').toString('base64').slice(0, 12)]) expect(bytes.includes(form)).toBe(false)
      expect(bytes.includes(Buffer.from('marker-7f3a', 'utf16le'))).toBe(false)
    }
  })

  it('asks the key store for nothing while there is no file', async () => {
    keyStore.isProtected = () => { throw new Error('asked') }
    expect(await openFile().read()).toBeUndefined()
  })

  it.each([
    ['changed', async () => { await fs.writeFile(file, (await fs.readFile(file)).map((byte, at) => at === 40 ? byte ^ 1 : byte)) }],
    ['cut', async () => { await fs.truncate(file, 20) }],
    ['empty', async () => { await fs.truncate(file, 0) }],
    ['planted in clear', async () => { await fs.writeFile(file, '{"secret":"planted"}') }],
  ])('deletes a file that was %s, and starts without it', async (_, damage) => {
    await openFile().write({ secret: 'mine' })
    await damage()
    expect(await openFile().read()).toBeUndefined()
    expect(await fs.readdir(folder)).toEqual(['key'])
  })

  it('refuses a file of another purpose or context, and a value of another shape', async () => {
    for (const binding of [{ purpose: 'cache', context: 'session' }, { purpose: 'tokens', context: 'other' }]) {
      await openFile().write({ secret: 'mine' })
      expect(await openFile(binding).read()).toBeUndefined()
    }
    await openFile().write({ secret: 'mine', more: 1 } as { secret: string })
    expect(await openFile().read()).toBeUndefined()
  })

  it('deletes nothing while the key store is locked', async () => {
    await openFile().write({ secret: 'mine' })
    keyStore.lock()
    const later = openFile()
    expect(await later.read()).toBeUndefined()
    expect(await later.write({ secret: 'other' })).toBe(false)
    keyStore.unlock()
    expect(await later.read()).toEqual({ secret: 'mine' })
  })

  it('does its tasks in the order of the calls', async () => {
    const sealed = openFile()
    void sealed.write({ secret: 'first' })
    void sealed.write({ secret: 'second' })
    const read = sealed.read()
    await sealed.wipe()
    expect(await read).toEqual({ secret: 'second' })
    expect(await fs.readdir(folder)).toEqual(['key'])
  })
})
