import * as fs from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ASHA, storedCache, tableOf, TODAY, type StoredCache } from '@main/testing/storedCache'
import type { Cache } from './cache'

const names = v.array(v.string())
let stored: StoredCache
beforeEach(async () => { stored = await storedCache() })
afterEach(() => stored.remove())

/** Fills it: two slots on each of three days in clinic 7, two names. Eight files of days, one list, the manifest. */
async function filled(cache: Cache = stored.start(), fetchedAt = 1000): Promise<Cache> {
  cache.keepSlots(7, { value: tableOf([TODAY, TODAY + 1, TODAY + 2], 2), fetchedAt, unusable: 1 })
  cache.keepList('departments', { value: ['Cardiology', 'Surgery'], fetchedAt, unusable: 0 })
  expect(await cache.settled()).toBe(true)
  return cache
}
const idsOn = async (cache: Cache, day = TODAY, clinic = 7) => {
  await cache.recall(day)
  const column = cache.column(clinic, day)
  return column && [...column.ids]
}

describe('the cache', () => {
  it('gives back slots and lists after a start, and when they were fetched', async () => {
    await filled()
    const cache = stored.start()
    expect(await idsOn(cache)).toEqual([1, 2])
    expect(cache.column(7, TODAY)).toMatchObject({ fetchedAt: 1000, unusable: 1, starts: Int32Array.of(28_800, 28_860) })
    expect(await cache.list('departments', names)).toEqual({ value: ['Cardiology', 'Surgery'], fetchedAt: 1000, unusable: 0 })
    expect(cache.state()).toEqual({ setAside: { days: 0, lists: 0 }, failing: null })
  })

  it('knows that a kept day has no slots, and knows nothing of a day or a clinic that is not kept', async () => {
    await filled()
    const cache = stored.start()
    expect(await idsOn(cache, TODAY + 3)).toEqual([])
    expect(await idsOn(cache, TODAY + 61)).toBeUndefined()
    expect(await idsOn(cache, TODAY - 15)).toBeUndefined()
    expect(await idsOn(cache, TODAY, 8)).toBeUndefined()
  })

  it('gives all kept days of a clinic as one table', async () => {
    const table = tableOf([TODAY - 14, TODAY, TODAY + 60], 3)
    const cache = stored.start()
    cache.keepSlots(7, { value: table, fetchedAt: 1, unusable: 0 })
    await cache.settled()
    const again = stored.start()
    await again.settled()
    expect(again.table(7)).toEqual(table)
    expect(again.table(8)).toBeUndefined()
  })

  it('keeps the newer age of an answer without news, and of clinics apart', async () => {
    const cache = await filled()
    cache.keepSlots(8, { value: tableOf([TODAY], 1, 90), fetchedAt: 2000, unusable: 0 })
    await cache.settled()
    await filled(cache, 5000)
    const again = stored.start()
    await again.recall(TODAY)
    expect([7, 8].map((id) => again.column(id, TODAY)?.fetchedAt)).toEqual([5000, 2000])
    expect((await again.list('departments', names))?.fetchedAt).toBe(5000)
  })

  it('writes only the days that changed, and of an answer without news the manifest alone', async () => {
    const cache = await filled()
    const before = new Map(await Promise.all((await stored.files()).map(async (file) => [file, (await fs.readFile(file)).toString('hex')] as const)))
    const changed = async () => (await Promise.all([...before].map(async ([file, hex]) => (await fs.readFile(file)).toString('hex') !== hex))).filter(Boolean).length
    await filled(cache, 2000)
    expect(await changed()).toBe(1)
    cache.keepSlots(7, { value: tableOf([TODAY, TODAY + 1], 2), fetchedAt: 3000, unusable: 0 })
    await cache.settled()
    expect(await changed()).toBe(2)
  })

  it('writes half a second after the first of several answers', async () => {
    const cache = stored.start()
    await cache.settled()
    for (const clinic of [1, 2, 3]) cache.keepSlots(clinic, { value: tableOf([TODAY], 1), fetchedAt: 1, unusable: 0 })
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    expect([await stored.files(), stored.time.waiting()]).toEqual([[], 1])
    stored.time.advance(500)
    await cache.settled()
    expect(await stored.files()).toHaveLength(76)
  })

  it('gives up days that are past, and keeps those that come near', async () => {
    await filled()
    stored.now.day = TODAY + 15
    const cache = stored.start()
    await cache.settled()
    expect(await stored.files()).toHaveLength(75 - 15 + 2)
    expect(await idsOn(cache, TODAY)).toBeUndefined()
    expect(await idsOn(cache, TODAY + 1)).toEqual([3, 4])
    expect(await idsOn(cache, TODAY + 15 + 60)).toBeUndefined()
    await filled(cache)
    expect(await idsOn(cache, TODAY + 15 + 60)).toEqual([])
  })

  it('goes on at midnight without a start', async () => {
    const cache = await filled()
    stored.now.day = TODAY + 1
    await filled(cache)
    const again = stored.start()
    expect(await idsOn(again, TODAY + 61)).toEqual([])
    expect(await idsOn(again, TODAY - 14)).toBeUndefined()
    expect(await stored.files()).toHaveLength(77)
  })

  it('removes what killed writes left', async () => {
    const cache = await filled()
    const [file] = await stored.files()
    await fs.writeFile(`${file}.tmp-0b9f1f1e-31c4-4a7e-9f0d-3f7f3a1d2c11`, 'half')
    await stored.start().settled()
    expect((await fs.readdir(path.dirname(file!))).filter((name) => name.includes('.tmp-'))).toEqual([])
    expect(cache.state().setAside).toEqual({ days: 0, lists: 0 })
  })
})

describe('whose cache it is', () => {
  it('shows nothing of one account to another, which finds the first one’s files deleted', async () => {
    await filled()
    for (const account of [{ ...ASHA, email: 'ben@clinic.example' }, { ...ASHA, origin: 'https://other.example' }]) {
      const other = stored.start({ account })
      expect(await idsOn(other)).toBeUndefined()
      expect(await other.list('departments', names)).toBeUndefined()
      await other.settled()
    }
    expect(await stored.files()).toEqual([])
  })

  it('opens for the same account however its address is written', async () => {
    await filled()
    expect(await idsOn(stored.start({ account: { ...ASHA, email: ' Asha@Clinic.example' } }))).toEqual([1, 2])
  })

  it('can not be opened with the files of another account or another day under its own names', async () => {
    await filled()
    const own = await stored.files()
    const foreign = await storedCache()
    foreign.start({ account: { ...ASHA, email: 'ben@clinic.example' } })
    const [first, ...rest] = own
    // Each file in the place of the one before it: not one of them fits there.
    const bytes = await Promise.all(own.map((file) => fs.readFile(file)))
    await Promise.all([...rest, first!].map((file, place) => fs.writeFile(file, bytes[place]!)))
    const cache = stored.start()
    await cache.settled()
    expect(cache.table(7)).toBeUndefined()
    expect(await cache.list('departments', names)).toBeUndefined()
    expect(cache.state().setAside).toEqual({ days: 75, lists: 2 })
    await foreign.remove()
  })

  it('is gone with its key: the key first, then all files', async () => {
    const order: string[] = []
    const cache = await filled()
    const disk = { ...fs, rm: async (...given: Parameters<typeof fs.rm>) => {
      order.push(await fs.access(path.join(stored.folder, 'master.key')).then(() => 'key is there', () => 'key is gone'))
      return fs.rm(...given)
    } }
    await stored.start({ disk }).wipe()
    expect(order).toEqual(['key is gone'])
    expect(await stored.files()).toEqual([])
    await cache.settled()
  })

  it('writes nothing after a wipe, and opens what comes after it under a new key', async () => {
    const cache = stored.start()
    await cache.settled()
    cache.keepSlots(7, { value: tableOf([TODAY], 1), fetchedAt: 1, unusable: 0 })
    const wiping = cache.wipe()
    stored.time.advance(500)
    cache.follow(ASHA)
    await wiping
    expect(await idsOn(cache)).toBeUndefined()
    await filled(cache)
    expect(await idsOn(stored.start())).toEqual([1, 2])
  })

  it('keeps nothing of an account that is not open any more', async () => {
    const cache = stored.start()
    const late = cache.list('departments', names)
    cache.keepSlots(7, { value: tableOf([TODAY], 1), fetchedAt: 1, unusable: 0 })
    cache.follow(null)
    stored.time.advance(500)
    expect([await late, await cache.settled(), await stored.files()]).toEqual([undefined, false, []])
  })

  it('keeps nothing at all without a key store', async () => {
    stored.keyStore.lock()
    const cache = stored.start()
    cache.keepSlots(7, { value: tableOf([TODAY], 1), fetchedAt: 1, unusable: 0 })
    expect([await cache.settled(), cache.state().failing, await fs.readdir(stored.folder)]).toEqual([false, null, []])
  })

  it('leaves what it can not open while the key store is locked', async () => {
    await filled()
    stored.keyStore.lock()
    await stored.start().settled()
    stored.keyStore.unlock()
    expect(await idsOn(stored.start())).toEqual([1, 2])
  })

  it('says nothing in its names and holds nothing that can be read', async () => {
    const cache = stored.start()
    cache.keepList('departments', { value: ['Marker Street Clinic'], fetchedAt: 1, unusable: 0 })
    cache.keepSlots(7, { value: tableOf([TODAY], 200, 0x4d41524b), fetchedAt: 1, unusable: 0 })
    await cache.settled()
    for (const file of await stored.files()) {
      expect(path.relative(stored.root, file)).toMatch(/^[\da-f]{32}[/\\][\da-f]{32}\.seg$/)
      const bytes = await fs.readFile(file)
      expect(['Marker', Buffer.from('Marker').toString('base64'), 'KRAM', 'clinic.example'].filter((text) => bytes.includes(text))).toEqual([])
    }
  })
})
