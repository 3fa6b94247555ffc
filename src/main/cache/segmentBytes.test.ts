import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeDay, encodeDay, sizeOfDay, type StoredDay } from './daySegment'
import { beyondCapacity, keptDays } from './retention'

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const slots = fc.record({
  fetchedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }), rows: fc.array(fc.tuple(int32, int32, int32), { maxLength: 20 }),
})
const day = fc.uniqueArray(fc.tuple(int32, slots), { selector: ([id]) => id, maxLength: 8 }).map((clinics): StoredDay =>
  new Map(clinics.map(([id, { fetchedAt, rows }]) => [id, {
    fetchedAt,
    ids: Int32Array.from(rows, ([a]) => a), starts: Int32Array.from(rows, ([, b]) => b), ends: Int32Array.from(rows, ([,, c]) => c),
  }])))

describe('a day as bytes', () => {
  it('comes back as it was, and takes as many bytes as is said', () => {
    fc.assert(fc.property(day, fc.nat(), (stored, generation) => {
      const bytes = encodeDay(stored, generation)
      expect(bytes.byteLength).toBe(sizeOfDay(stored))
      expect(decodeDay(bytes)).toEqual({ generation, day: stored })
    }))
  })

  it('is none when numbers are missing, or are too many, or are others', () => {
    fc.assert(fc.property(day, fc.nat(1000), fc.uint8Array({ maxLength: 64 }), (stored, cut, noise) => {
      const bytes = encodeDay(stored, 1)
      expect(decodeDay(bytes.subarray(0, cut % bytes.byteLength))).toBeUndefined()
      expect(decodeDay(Uint8Array.of(...bytes, 0, 0, 0, 0))).toBeUndefined()
      expect(() => decodeDay(noise)).not.toThrow()
    }))
  })
})

describe('retention', () => {
  it('keeps two weeks back and 60 days ahead, today first', () => {
    const days = keptDays(100)
    expect([days[0], days.length, Math.min(...days), Math.max(...days)]).toEqual([100, 75, 86, 160])
  })

  it('gives up the days farthest from today when there is no room', () => {
    const sizes = new Map([[98, 10], [99, 10], [100, 10], [101, 10], [103, 10]])
    expect(beyondCapacity(sizes, 100, 50)).toEqual([])
    expect(beyondCapacity(sizes, 100, 30).sort((a, b) => a - b)).toEqual([98, 103])
    expect(beyondCapacity(sizes, 100, 9).length).toBe(5)
  })
})
