import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowAfter } from './rowKeys'
import { nextSort } from './tableColumn'

it.each([['ArrowDown', 6], ['ArrowUp', 4], ['PageDown', 15], ['PageUp', 0], ['Home', 0], ['End', 99]])('%s leads from row 5 to %i', (key, to) => {
  expect(rowAfter(key, 5, 100, 10)).toBe(to)
})

it('leaves other keys alone, even names of an object’s own', () => {
  expect([rowAfter('Enter', 5, 100, 10), rowAfter('constructor', 5, 100, 10)]).toEqual([undefined, undefined])
})

it('never leads out of the table', () => {
  const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
  fc.assert(fc.property(key, fc.integer({ min: 1, max: 80_000 }), fc.nat(), fc.integer({ min: 1, max: 50 }), (pressed, count, at, page) => {
    const to = rowAfter(pressed, at % count, count, page)!
    expect(to >= 0 && to < count).toBe(true)
  }))
})

it('sorts a column up at first, down at the second press, and another one up again', () => {
  const up = nextSort(undefined, 'name')
  const down = nextSort(up, 'name')
  expect([up, down, nextSort(down, 'name'), nextSort(down, 'staff')].map(({ column, descending }) => [column, descending]))
    .toEqual([['name', false], ['name', true], ['name', false], ['staff', false]])
})
