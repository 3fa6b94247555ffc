import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkElsewhere, checkOwn, isPast, overlaps, type DaySlots, type Span } from './slotCheck'

const span = fc.tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 1, max: 300 }))
  .map(([start, length]): Span => ({ start, end: start + length }))
const day = fc.array(span, { maxLength: 30 })
const slotsOf = (spans: readonly Span[]): DaySlots =>
  ({ ids: spans.map((_, index) => index + 1), starts: spans.map(({ start }) => start), ends: spans.map(({ end }) => end) })
const minutesOf = ({ start, end }: Span) => Array.from({ length: end - start }, (_, index) => start + index)

describe('overlaps', () => {
  it('is true exactly when two spans share a moment', () => {
    fc.assert(fc.property(span, span, (one, other) => {
      const moments = new Set(minutesOf(one))
      expect(overlaps(one, other)).toBe(minutesOf(other).some((moment) => moments.has(moment)))
      expect(overlaps(one, other)).toBe(overlaps(other, one))
    }))
  })

  it('is false for a slot that begins when the other ends', () => {
    expect(overlaps({ start: 9, end: 10 }, { start: 10, end: 11 })).toBe(false)
  })
})

describe('checkOwn', () => {
  it('puts each slot into one of three: the same, overlapping, or of no concern', () => {
    fc.assert(fc.property(span, day, (wanted, spans) => {
      const { identical, overlapping } = checkOwn(wanted, slotsOf(spans))
      const isSame = ({ start, end }: Span) => start === wanted.start && end === wanted.end
      expect(identical).toBe(spans.filter(isSame).length)
      expect(overlapping).toHaveLength(spans.filter((each) => !isSame(each) && overlaps(each, wanted)).length)
      for (const each of overlapping) expect(spans[each.id - 1]).toEqual({ start: each.start, end: each.end })
    }))
  })

  it('has nothing to say of a slot that fills a gap exactly', () => {
    const around = slotsOf([{ start: 0, end: 60 }, { start: 120, end: 180 }])
    expect(checkOwn({ start: 60, end: 120 }, around)).toEqual({ identical: 0, overlapping: [] })
  })
})

describe('checkElsewhere', () => {
  it('names every slot that overlaps, the same times included, and how sure it is', () => {
    const others = [
      { clinicId: 2, clinic: 'East', doctor: 'Dr. Rao', certain: true, slots: slotsOf([{ start: 0, end: 60 }, { start: 60, end: 90 }]) },
      { clinicId: 3, clinic: 'West', doctor: 'Dr. Rao', certain: false, slots: slotsOf([{ start: 30, end: 70 }]) },
    ]
    expect(checkElsewhere({ start: 0, end: 60 }, others)).toEqual([
      { clinicId: 2, clinic: 'East', doctor: 'Dr. Rao', start: 0, end: 60, certain: true },
      { clinicId: 3, clinic: 'West', doctor: 'Dr. Rao', start: 30, end: 70, certain: false },
    ])
  })
})

describe('isPast', () => {
  const now = { day: '2026-11-23', seconds: 36_000 }
  it.each([
    ['2026-11-22', 80_000, true], ['2026-11-23', 35_999, true], ['2026-11-23', 36_000, false], ['2026-11-24', 0, false], ['2025-12-31', 80_000, true],
  ])('says of %s at %d s: %s', (date, start, expected) => {
    expect(isPast({ date, start }, now)).toBe(expected)
  })
})
