import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsIn, rangesOf } from './ranges'

describe('ranges', () => {
  it('bring every id back, once, in order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (ids) => {
      expect([...idsIn(rangesOf(ids))]).toEqual([...new Set(ids)].sort((a, b) => a - b))
    }))
  })

  it('are few where ids are counted up', () => {
    expect(rangesOf([3, 1, 2, 9, 8])).toEqual([[1, 3], [8, 9]])
  })

  it('that are absurd give nothing', () => {
    expect([...idsIn([[1, 2 ** 31 - 1], [5, 5]])]).toEqual([5])
  })
})
