import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { readPages } from './pages'
import { pageRows } from './rows'

const unusableShape = { error: { kind: 'unusable', detail: 'shape' } }

/** Reads pages of which each names the next one; the queries that were asked for. */
async function queries(first: string, nexts: (query: string) => string | null): Promise<string[]> {
  const asked: string[] = []
  await readPages(first, async (query) => {
    asked.push(query)
    return new TextEncoder().encode(query)
  }, async (body) => ({ next: nexts(new TextDecoder().decode(body)) }))
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

describe('pageRows', () => {
  const row = v.object({ id: v.number(), name: v.string() })
  const read = (body: unknown) => {
    const found = { rows: [], unusable: 0 }
    return { ...pageRows(body, row, found), ...found }
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
