import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppFailure } from '@shared/errors'
import { parseInSlices } from './slices'

const bytes = (text: string) => new TextEncoder().encode(text)
function read(text: string) {
  const slices: unknown[][] = []
  const count = parseInSlices(bytes(text), (rows) => { slices.push(rows) })
  return { count, rows: slices.flat(), slices: slices.length }
}
const list = (rows: unknown[]) => JSON.stringify(rows)
const many = (row: (place: number) => unknown) => Array.from({ length: 8000 }, (_, place) => row(place))
/** Long enough for slices. */
const filling = many((id) => ({ id, date: '2026-11-23' }))

describe('parseInSlices', () => {
  it('hands over all rows in their order, in several slices', () => {
    const { count, rows, slices } = read(list(filling))
    expect([count, rows]).toEqual([filling.length, filling])
    expect(slices).toBeGreaterThan(2)
  })

  it.each([
    ['what stands between rows in texts', many((id) => ({ id, name: '"},{"' }))],
    ['rows in rows', many((id) => ({ id, doctors: [{ id: 1 }, { id: 2 }] }))],
    ['one row with a long list', [{ id: 1, all: filling }, { id: 2 }]],
    ['rows that are no objects', many((id) => id % 2 === 0 ? [id, [{ id }, { id }]] : 'row')],
    ['letters of several bytes', many((id) => ({ id, name: 'डॉ. راو 🩺' }))],
  ])('reads %s', (_, rows) => { expect(read(list(rows)).rows).toEqual(rows) })

  it.each([['a short list', '[{"id":1},{"id":2}]'], ['an envelope', JSON.stringify({ results: filling, next: null })], ['a list after a space', ` ${list(filling)}`]])(
    'leaves %s to others', (_, text) => { expect(read(text)).toEqual({ count: undefined, rows: [], slices: 0 }) })

  it('takes any body for valid that is valid as a whole, and for unusable any other', () => {
    const whole = list(filling)
    const broken = fc.tuple(fc.nat(whole.length - 1), fc.constantFrom('"', '{', '}', ',', ']', '[', '\\', ' ', '9', '\u0000', ''))
    fc.assert(fc.property(broken, ([at, letter]) => {
      const text = whole.slice(0, at || 1) + letter + whole.slice((at || 1) + 1)
      const valid = (() => { try { return JSON.parse(text) as unknown[] } catch { return undefined } })()
      if (valid) expect(read(text).rows).toEqual(valid)
      else expect(() => read(text)).toThrow(AppFailure)
    }), { numRuns: 60 })
  })

  it('refuses text that is not UTF-8, wherever it stands', () => {
    for (const at of [20, 100_000, bytes(list(filling)).length - 20]) {
      const text = bytes(list(filling))
      text[at] = 0xff
      expect(() => parseInSlices(text, () => undefined)).toThrow(AppFailure)
    }
  })
})
