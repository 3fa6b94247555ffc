import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pagesOf } from './wallPages'

it('is one page as long as all fit', () => {
  expect(pagesOf(['a', 'b', 'c'], 3.9)).toEqual([['a', 'b', 'c']])
  expect(pagesOf([], 5)).toEqual([[]])
})

it('fills pages evenly, and shows one row where none fits', () => {
  expect(pagesOf(['a', 'b', 'c', 'd', 'e'], 4)).toEqual([['a', 'b', 'c'], ['d', 'e']])
  expect(pagesOf(['a', 'b'], 0)).toEqual([['a'], ['b']])
})

it('shows each row once, in order, and never more than fit', () => {
  fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.double({ min: 0, max: 20, noNaN: true }), (rows, fitting) => {
    const pages = pagesOf(rows, fitting)
    return JSON.stringify(pages.flat()) === JSON.stringify(rows) && pages.every(({ length }) => length <= Math.max(1, fitting))
  }))
})
