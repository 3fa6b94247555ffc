import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '@main/testing/silentLog'
import { ASHA, storedCache, tableOf, TODAY, type StoredCache } from '@main/testing/storedCache'
import type { Cache } from './cache'
import { openSegments, type CacheDisk } from './segments'

const names = v.array(v.string())
const DAYS = 75
let stored: StoredCache
beforeEach(async () => { stored = await storedCache() })
afterEach(() => stored.remove())

async function fill(cache: Cache, first = 1) {
  cache.keepSlots(7, { value: tableOf([TODAY, TODAY + 1], 2, first), fetchedAt: first, unusable: 0 })
  cache.keepList('departments', { value: ['Cardiology', `Ward ${first}`], fetchedAt: first, unusable: 0 })
  return cache.settled()
}
/** Everything that a start reads. */
async function look(cache: Cache) {
  await cache.recalled()
  const list = await cache.list('departments', names)
  const known = Array.from({ length: DAYS }, (_, index) => cache.column(7, TODAY - 14 + index)).filter(Boolean).length
  return { known, list: list?.value, state: cache.state() }
}

/** The manifest, the list, the days with slots and two of the many without: names do not tell them apart, their sizes do. */
async function different(files: string[]): Promise<string[]> {
  const sizes = await Promise.all(files.map(async (file) => (await fs.stat(file)).size))
  return files.filter((_, place) => sizes.slice(0, place).filter((size) => size === sizes[place]).length < 2)
}

/** What can happen to a file; `other` is another file's path. */
const damages: [string, (file: string, other: string) => Promise<unknown>][] = [
  ['emptied', (file) => fs.writeFile(file, '')],
  ['cut', async (file) => fs.truncate(file, Math.floor((await fs.stat(file)).size / 2))],
  ['filled with zeros', async (file) => fs.writeFile(file, Buffer.alloc((await fs.stat(file)).size))],
  ['changed in one bit', async (file) => {
    const bytes = await fs.readFile(file)
    bytes[bytes.length >> 1]! ^= 0x10
    await fs.writeFile(file, bytes)
  }],
  ['another file’s', (file, other) => fs.copyFile(other, file)],
  ['longer than it was', (file) => fs.appendFile(file, 'garbage')],
  ['random', async (file) => fs.writeFile(file, randomBytes((await fs.stat(file)).size))],
  ['a folder', async (file) => {
    await fs.rm(file)
    await fs.mkdir(file)
    await fs.writeFile(`${file}/inside`, 'x')
  }],
]

describe('a damaged file', () => {
  it.each(damages)('that is %s is set aside, whichever it is, and all others go on', async (_, damage) => {
    await fill(stored.start())
    const files = await stored.files()
    expect(files).toHaveLength(DAYS + 2)
    for (const file of await different(files)) {
      const place = files.indexOf(file)
      const good = await fs.readFile(file)
      await damage(file, files[(place + 1) % files.length]!)
      const { known, list, state } = await look(stored.start())
      expect(state.setAside.days + state.setAside.lists, file).toBe(1)
      // Without the manifest everything is still there.
      expect(known + (list ? 1 : 0)).toBeGreaterThanOrEqual(DAYS)
      await fs.rm(file, { recursive: true, force: true })
      await fs.writeFile(file, good)
    }
    expect((await stored.aside()).filter((name) => name.includes('.aside-') && !name.endsWith('inside'))).toHaveLength(3)
  })

  it('that may not be read is set aside', async () => {
    await fill(stored.start())
    const refuse = (code: string): CacheDisk => ({
      ...fs,
      readFile: (async (file: string) => {
        if (String(file).endsWith('.seg')) throw Object.assign(new Error(code), { code })
        return fs.readFile(file)
      }) as typeof fs.readFile,
    })
    expect(await look(stored.start({ disk: refuse('EMFILE') }))).toMatchObject({ known: 0, state: { setAside: { days: 0, lists: 0 } } })
    expect((await look(stored.start())).known).toBe(DAYS)
    expect(await look(stored.start({ disk: refuse('EACCES') }))).toMatchObject({ known: 0, list: undefined, state: { setAside: { days: DAYS, lists: 2 } } })
  })

  it('is whole again after the next answer, and is told of no more', async () => {
    await fill(stored.start())
    for (const file of await stored.files()) await fs.writeFile(file, 'damaged')
    expect((await look(stored.start())).state.setAside).toEqual({ days: DAYS, lists: 2 })
    const cache = stored.start()
    expect(await fill(cache)).toBe(true)
    expect(await look(stored.start())).toEqual({ known: DAYS, list: ['Cardiology', 'Ward 1'], state: { setAside: { days: 0, lists: 0 }, failing: null } })
  })

  it('that was put back from before does not pass for the newer one', async () => {
    await fill(stored.start())
    const before = new Map(await Promise.all((await stored.files()).map(async (file) => [file, await fs.readFile(file)] as const)))
    await fill(stored.start(), 50)
    const isSame = await Promise.all([...before].map(async ([file, bytes]) => (await fs.readFile(file)).equals(bytes)))
    const changed = [...before.keys()].filter((_, place) => !isSame[place])
    expect(changed).toHaveLength(4)
    // The manifest is the one of them that stays new.
    for (const file of changed) {
      const now = await fs.readFile(file)
      await fs.writeFile(file, before.get(file)!)
      const { state } = await look(stored.start())
      const isManifest = state.setAside.days + state.setAside.lists === 0
      if (isManifest) await fs.writeFile(file, now)
    }
    expect((await look(stored.start())).known).toBe(DAYS - 2)
  })
})

describe('a segment', () => {
  const key = randomBytes(32)
  const open = (of: Partial<Parameters<typeof openSegments>[0]> = {}) =>
    openSegments({ root: stored.root, key, account: ASHA, onSetAside: () => undefined, log: silentLog, ...of })

  it('is refused after a change of any single byte', async () => {
    await open().write('day:1', Buffer.from('a small segment'))
    const [file] = await stored.files()
    const good = await fs.readFile(file!)
    let accepted = 0
    for (let at = 0; at < good.length; at += 1) {
      const changed = Buffer.from(good)
      changed[at]! ^= 0xff
      await fs.writeFile(file!, changed)
      if (await open().read('day:1')) accepted += 1
    }
    expect([good.length > 40, accepted]).toEqual([true, 0])
    await fs.writeFile(file!, good)
    expect(Buffer.from((await open().read('day:1'))!).toString()).toBe('a small segment')
  })

  it.each([
    ['key', { key: randomBytes(32) }], ['person', { account: { ...ASHA, email: 'ben@clinic.example' } }],
    ['server', { account: { ...ASHA, origin: 'https://other.example' } }],
  ])('is refused under another %s, even in its place', async (_, other) => {
    await open().write('day:1', Buffer.from('mine'))
    const [mine] = await stored.files()
    await open(other).write('day:1', Buffer.from('theirs'))
    const theirs = (await stored.files()).find((file) => file !== mine)!
    await fs.copyFile(mine!, theirs)
    expect(await open(other).read('day:1')).toBeUndefined()
    expect(Buffer.from((await open().read('day:1'))!).toString()).toBe('mine')
  })
})
