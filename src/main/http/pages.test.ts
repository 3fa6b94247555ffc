import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import type { Answer } from './client'
import { readPages } from './pages'
import { pageRows } from './rows'

const unusableShape = { error: { kind: 'unusable', detail: 'shape' } }

/** Reads pages of which each names the next one; the queries that were asked for. */
async function queries(first: string, nexts: (query: string) => string | null): Promise<string[]> {
  const asked: string[] = []
  await readPages(first, async (query) => {
    asked.push(query)
    return { body: [new TextEncoder().encode(query)], validator: null }
  }, async ([body]) => ({ next: nexts(new TextDecoder().decode(body)), rows: 1, count: null }))
  return asked
}

describe('readPages', () => {
  it('takes nothing but the query from the address of the next page', async () => {
    const nexts: Record<string, string | null> = {
      '?clinic_id=1': 'http://inner-name:8000/v1/api/other/?clinic_id=1&page=2#top',
      '?clinic_id=1&page=2': '?page=3',
      '?page=3': null,
    }
    expect(await queries('?clinic_id=1', (query) => nexts[query]!)).toEqual(['?clinic_id=1', '?clinic_id=1&page=2', '?page=3'])
  })

  it.each([
    ['itself', (query: string) => query],
    ['the first page', (query: string) => query === '' ? '?page=2' : 'https://clinic.example/api/hospitalstaff/'],
    ['ever another page', (query: string) => `?page=${Number(query.slice(6)) + 1}`],
  ])('gives up when the next page is %s', async (_, next) => {
    await expect(queries('', next)).rejects.toMatchObject(unusableShape)
  })
})

describe('readPages of a list that the server counts', () => {
  const read = (...pages: { rows: number, count: number | null }[]) => {
    let page = 0
    return readPages('', async () => ({ body: [], validator: null }), async () => {
      const { rows, count } = pages[page]!
      page += 1
      return { rows, count, next: page < pages.length ? `?page=${page + 1}` : null }
    })
  }

  it('gives up when fewer rows came than there are', async () => {
    await expect(read({ rows: 50, count: 120 }, { rows: 50, count: 120 })).rejects.toMatchObject({ error: { kind: 'unusable', detail: 'cut' } })
  })

  it.each([
    ['all came', [{ rows: 50, count: 70 }, { rows: 20, count: 70 }]],
    ['some went while it was read', [{ rows: 50, count: 70 }, { rows: 18, count: 68 }]],
    ['some came while it was read', [{ rows: 50, count: 70 }, { rows: 21, count: 71 }]],
    ['nothing is counted', [{ rows: 50, count: null }, { rows: 20, count: null }]],
  ])('is content when %s', async (_, pages) => {
    await expect(read(...pages)).resolves.toMatchObject({ isUnchanged: false })
  })
})

describe('readPages on condition', () => {
  const known = { etag: '"7"', lastModified: null }
  const next = { etag: '"8"', lastModified: null }
  const run = async (answers: Answer[], nexts: (string | null)[]) => {
    const conditions: unknown[] = []
    const taken: number[] = []
    const delivery = await readPages('', async (_, condition) => {
      conditions.push(condition)
      return answers.shift()!
    }, async ({ length }) => {
      taken.push(length)
      return { next: nexts.shift()!, rows: length, count: null }
    }, known)
    return { conditions, taken, delivery }
  }

  it('takes nothing when nothing has changed', async () => {
    const { conditions, taken, delivery } = await run([{ body: null, validator: known }], [])
    expect({ conditions, taken, delivery }).toEqual({ conditions: [known], taken: [], delivery: { isUnchanged: true, validator: known } })
  })

  it('hands on the new validator of a list of one page', async () => {
    const { delivery } = await run([{ body: [new Uint8Array(2)], validator: next }], [null])
    expect(delivery).toEqual({ isUnchanged: false, validator: next })
  })

  it('asks for the pages of a longer list without condition, and offers none for the next time', async () => {
    const pages = [{ body: [new Uint8Array(2)], validator: next }, { body: [new Uint8Array(1)], validator: next }]
    const { conditions, delivery } = await run(pages, ['?page=2', null])
    expect({ conditions, delivery }).toEqual({ conditions: [known, null], delivery: { isUnchanged: false, validator: null } })
  })
})

describe('pageRows', () => {
  const row = v.object({ id: v.number(), name: v.string() })
  const read = (body: unknown) => {
    const found = { rows: [], unusable: 0 }
    return { next: pageRows(body, row, found).next, ...found }
  }

  it('counts rows that can not be used and keeps the others, without the fields that nobody knows', () => {
    const body = [{ id: 1, name: 'A', more: {} }, { id: '2', name: 'B' }, null, 7, [], { id: 3 }, { id: 4, name: 'D' }]
    expect(read(body)).toEqual({ rows: [{ id: 1, name: 'A' }, { id: 4, name: 'D' }], unusable: 5, next: null })
  })

  it.each<[unknown, string | null]>([
    [{ count: 9, next: 'http://x/?page=2', previous: null, results: [] }, 'http://x/?page=2'],
    [{ next: null, results: [] }, null],
    [{ next: '', results: [] }, null],
    [{ results: [] }, null],
  ])('reads the envelope %j', (body, next) => { expect(read(body)).toEqual({ rows: [], unusable: 0, next }) })

  it.each([null, 7, 'text', {}, { results: {} }, { results: [], next: 7 }, { detail: 'no' }])('takes %j for no list', (body) => {
    expect(() => read(body)).toThrow(expect.objectContaining(unusableShape))
  })
})
