import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clinicHues } from './clinicHue'

const huesOf = (ids: number[], given: ReadonlyMap<number, number> = new Map()) => {
  const hues = clinicHues(ids, given)
  return ids.map((id) => hues.get(id))
}

describe('clinicHues', () => {
  it('gives each clinic its own hue where nobody else has it', () => {
    expect(huesOf([5, 1, 12])).toEqual([5, 1, 12])
  })

  it('gives the next unused hue where an earlier clinic has it', () => {
    expect(huesOf([1, 13, 2, 25])).toEqual([1, 2, 3, 4])
    expect(huesOf([12, 24])).toEqual([12, 1])
  })

  it('keeps what was given, and shuns it for those that come later, wherever they stand', () => {
    const first = clinicHues([1, 13], new Map())
    expect(huesOf([25, 13, 1], first)).toEqual([3, 2, 1])
    expect(clinicHues([40], first).get(13)).toBe(2)
  })

  it('starts over when all are used', () => {
    expect(huesOf(Array.from({ length: 14 }, (_, i) => i + 1)).slice(12)).toEqual([1, 2])
  })

  it('never gives a hue twice to up to twelve clinics, and knows no other hues', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: -100, max: 2 ** 31 - 1 }), { maxLength: 12 }), (ids) => {
      const hues = huesOf(ids)
      expect(new Set(hues).size).toBe(ids.length)
      for (const hue of hues) expect(hue! >= 1 && hue! <= 12).toBe(true)
    }))
  })
})
