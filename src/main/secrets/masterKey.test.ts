import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryKeyStore } from '@main/testing/memoryKeyStore'
import { silentLog } from '@main/testing/silentLog'
import { masterKey } from './masterKey'

let folder = ''
let file = ''
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'key-'))
  file = path.join(folder, 'key')
})
afterEach(() => fs.rm(folder, { recursive: true }))

const startWith = (keyStore = memoryKeyStore()) => ({ keyStore, key: masterKey({ keyStore, file, log: silentLog }) })

describe('masterKey', () => {
  it('is made once and is the same at the next start', async () => {
    const { keyStore, key } = startWith()
    const [first, again] = await Promise.all([key.read(), key.read()])
    expect(first).toHaveLength(32)
    expect(again).toEqual(first)
    expect(await startWith(keyStore).key.read()).toEqual(first)
  })

  it('is never on disk unwrapped', async () => {
    const key = await startWith().key.read()
    expect((await fs.readFile(file)).includes(Buffer.from(key!))).toBe(false)
  })

  it('is written down once more after its file was taken away', async () => {
    const { keyStore, key } = startWith()
    await key.keep()
    expect(await fs.readdir(folder)).toEqual([])
    const first = await key.read()
    await fs.rm(file)
    await key.keep()
    expect(await startWith(keyStore).key.read()).toEqual(first)
  })

  it('writes nothing where the key store does not protect', async () => {
    const { keyStore, key } = startWith()
    keyStore.lock()
    expect(await key.read()).toBeUndefined()
    expect(await key.renew()).toBeUndefined()
    expect(await fs.readdir(folder)).toEqual([])
  })

  it('stays where it is while the key store is locked, and is there again after', async () => {
    const { keyStore, key } = startWith()
    const first = await key.read()
    keyStore.lock()
    const later = startWith(keyStore).key
    expect(await later.read()).toBeUndefined()
    keyStore.unlock()
    expect(await later.read()).toEqual(first)
  })

  it('is not replaced when it can not be opened, until that is asked for', async () => {
    const { keyStore, key } = startWith()
    const first = await key.read()
    const bytes = await fs.readFile(file)
    keyStore.reset()
    const later = startWith(keyStore).key
    expect(await later.read()).toBeUndefined()
    expect(await fs.readFile(file)).toEqual(bytes)
    const renewed = await later.renew()
    expect(renewed).not.toEqual(first)
    expect(await startWith(keyStore).key.read()).toEqual(renewed)
  })

  it('is made anew when the key store opens it to something else', async () => {
    const { keyStore, key } = startWith()
    const first = await key.read()
    keyStore.garble()
    const renewed = await startWith(keyStore).key.read()
    expect(renewed).toHaveLength(32)
    expect(renewed).not.toEqual(first)
    expect(await startWith(keyStore).key.read()).toEqual(renewed)
  })

  it('is wrapped again when the key store has a better key by now, and stays the same', async () => {
    const { keyStore, key } = startWith()
    const first = await key.read()
    const wrapped = await fs.readFile(file)
    keyStore.outdate()
    expect(await startWith(keyStore).key.read()).toEqual(first)
    const again = await fs.readFile(file)
    expect(again).not.toEqual(wrapped)
    expect(await keyStore.unwrap(again)).toMatchObject({ isOutdated: false })
  })

  it('is not replaced when its file can not be read', async () => {
    await fs.mkdir(file)
    await expect(startWith().key.read()).rejects.toThrow('EISDIR')
  })

  it('is gone for good once erased', async () => {
    const { key } = startWith()
    const first = await key.read()
    await key.erase()
    expect(await fs.readdir(folder)).toEqual([])
    expect(await key.read()).not.toEqual(first)
  })
})
