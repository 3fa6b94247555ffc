import * as fs from 'node:fs/promises'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storedCache, tableOf, TODAY, type StoredCache } from '@main/testing/storedCache'
import type { Cache } from './cache'
import type { CacheDisk } from './segments'

const names = v.array(v.string())
let stored: StoredCache
beforeEach(async () => { stored = await storedCache() })
afterEach(() => stored.remove())

/** A disk that has room for so many more bytes: a write beyond that is short and succeeds, the next one fails. */
function diskWithRoom(room: { bytes: number }): CacheDisk {
  return {
    ...fs,
    async open(...given: Parameters<typeof fs.open>) {
      const handle = await fs.open(...given)
      if (given[1] === 'r') return handle
      const write = handle.write.bind(handle) as (bytes: Uint8Array, at: number, length: number) => Promise<{ bytesWritten: number }>
      const limited = async (bytes: Uint8Array, at: number, length: number) => {
        if (room.bytes === 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        const fits = Math.min(length, room.bytes)
        room.bytes -= fits
        return write(bytes, at, fits)
      }
      return Object.assign(handle, { write: limited as unknown as fs.FileHandle['write'] })
    },
  }
}

function keep(cache: Cache, first: number) {
  cache.keepSlots(7, { value: tableOf([TODAY, TODAY + 1, TODAY + 2, TODAY + 3], 40, first), fetchedAt: first, unusable: 0 })
  cache.keepList('departments', { value: [`Ward ${first}`], fetchedAt: first, unusable: 0 })
  return cache.settled()
}

describe('on a full disk', () => {
  it.each([0, 1, 300, 600, 1500, 2100, 2900])('no good file is lost, and it is told: room for %d bytes', async (bytes) => {
    await keep(stored.start(), 1000)
    const room = { bytes }
    const told: unknown[] = []
    const cache = stored.start({ disk: diskWithRoom(room), onChange: () => { told.push(cache.state().failing) } })
    expect(await keep(cache, 5000)).toBe(false)
    expect([cache.state().failing, told]).toEqual(['full', ['full']])

    const again = stored.start()
    await again.recalled()
    for (let day = TODAY - 14; day <= TODAY + 60; day += 1) {
      const column = again.column(7, day)!
      // Old rows or new ones, whole; and never newer than they are.
      if (day >= TODAY && day < TODAY + 4) expect([1000 + (day - TODAY) * 40, 5000 + (day - TODAY) * 40]).toContain(column.ids[0])
      if (column.ids[0]! < 5000) expect(column.fetchedAt).toBe(1000)
    }
    expect(['Ward 1000', 'Ward 5000']).toContain((await again.list('departments', names))?.value[0])
    expect(again.state().setAside).toEqual({ days: 0, lists: 0 })
    expect((await fs.readdir(stored.root, { recursive: true })).filter((name) => name.includes('.tmp-'))).toEqual([])

    room.bytes = Infinity
    expect(await keep(cache, 5000)).toBe(true)
    expect(cache.state().failing).toBeNull()
    const last = stored.start()
    await last.recalled()
    expect([...last.column(7, TODAY + 3)!.ids][0]).toBe(5120)
  })

  it('says another thing of a disk that refuses for another reason', async () => {
    const refusing: CacheDisk = { ...fs, rename: async () => { throw Object.assign(new Error('no'), { code: 'EROFS' }) } }
    const cache = stored.start({ disk: refusing })
    expect(await keep(cache, 1)).toBe(false)
    expect(cache.state().failing).toBe('refused')
  })
})
