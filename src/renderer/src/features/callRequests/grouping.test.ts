import fc from 'fast-check'
import { expect, it } from 'vitest'
import { grouped, rowFrom } from './grouping'

const byNumber = (one: number, other: number) => one - other

it('puts rows of one key under a heading, in their order', () => {
  const { entries, groups } = grouped(Uint32Array.of(4, 1, 3, 2), (row) => row % 2, byNumber)
  expect([...entries]).toEqual([-1, 4, 2, -2, 1, 3])
  expect(groups).toEqual([{ key: 0, count: 2, start: 0 }, { key: 1, count: 2, start: 3 }])
})

it('has no headings without a key', () => {
  expect(grouped(Uint32Array.of(4, 1), undefined, byNumber)).toEqual({ entries: Int32Array.of(4, 1), groups: [] })
})

it('finds the next row over headings', () => {
  const entries = Int32Array.of(-1, 4, 2, -2, 1)
  expect([rowFrom(entries, 0, 1), rowFrom(entries, 3, 1), rowFrom(entries, 3, -1), rowFrom(entries, 0, -1), rowFrom(entries, 5, 1)])
    .toEqual([1, 4, 2, undefined, undefined])
})

it('loses no row and counts each group', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(1000)), fc.integer({ min: 1, max: 9 }), (rows, keys) => {
    const { entries, groups } = grouped(Uint32Array.from(rows), (row) => row % keys, byNumber)
    expect([...entries].filter((entry) => entry >= 0).sort(byNumber)).toEqual([...rows].sort(byNumber))
    for (const { key, count, start } of groups) {
      expect([...entries.slice(start + 1, start + 1 + count)]).toEqual(rows.filter((row) => row % keys === key))
    }
  }))
})
