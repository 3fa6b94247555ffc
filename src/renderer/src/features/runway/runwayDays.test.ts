import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { urgencyOf, type ClinicRunway } from '@shared/domain/runway'
import { emptyStamp } from '@shared/domain/stamp'
import { runwayDays, runwayWeeks } from './runwayDays'

const MONDAY = '2026-11-23'
const known = { ...emptyStamp, fetchedAt: 1 }
const runway = (slots: number[], usual: number[], more: Partial<ClinicRunway> = {}): ClinicRunway => ({
  clinicId: 1, slots: Int32Array.from(slots), usual: Int32Array.from(usual), gapMinutes: new Int32Array(slots.length),
  last: null, lasts: 0, stamp: known, ...more,
})
const kinds = (of: ClinicRunway, alarm = 0) => runwayDays(of, MONDAY, alarm).map(({ kind }) => kind)

describe('runwayDays', () => {
  it('tells full days from thin ones, and both from days out of the ordinary', () => {
    expect(kinds(runway([10, 5, 4, 3, 0], [10, 10, 10, 0, 0]))).toEqual(['full', 'full', 'thin', 'extra', 'off'])
  })

  it('takes an empty usual day for a gap before the last published one, and for open after that', () => {
    expect(kinds(runway([1, 0, 1, 0], [1, 1, 1, 1], { last: '2026-11-25' }))).toEqual(['full', 'gap', 'full', 'open'])
  })

  it('takes it for a gap under the alarm, whatever is published', () => {
    expect(kinds(runway([0, 0, 0], [1, 0, 1]), 2)).toEqual(['gap', 'off', 'open'])
  })

  it('knows a last day beyond what it shows', () => {
    expect(kinds(runway([0], [1], { last: '2027-06-01' }))).toEqual(['gap'])
  })

  it('measures days against the usual ones, days out of the ordinary against the fullest', () => {
    expect(runwayDays(runway([5, 30, 5], [10, 10, 0]), MONDAY, 0).map(({ ratio }) => ratio)).toEqual([0.5, 1, 0.5])
    expect(runwayDays(runway([5], [0]), MONDAY, 0).map(({ ratio }) => ratio)).toEqual([1])
  })
})

describe('runwayWeeks', () => {
  it('ends weeks on Sundays and leaves no day out', () => {
    const day = fc.record({ slots: fc.nat(5), usual: fc.nat(5) })
    fc.assert(fc.property(fc.array(day, { maxLength: 90 }), fc.nat(6), (list, shift) => {
      const from = `2026-11-${23 + shift}`
      const days = runwayDays(runway(list.map(({ slots }) => slots), list.map(({ usual }) => usual)), from, 14)
      const weeks = runwayWeeks(days)
      const count = (kind: string) => days.filter((each) => each.kind === kind).length
      expect(weeks.reduce((sum, { published }) => sum + published, 0)).toBe(list.filter(({ slots }) => slots > 0).length)
      expect(weeks.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(count('gap'))
      expect(weeks.reduce((sum, { thin }) => sum + thin, 0)).toBe(count('thin'))
    }))
    expect(runwayWeeks(runwayDays(runway([1, 1, 1], [1, 1, 1]), '2026-11-28', 0))).toEqual([
      { from: '2026-11-28', published: 2, thin: 0, gaps: 0 }, { from: '2026-11-30', published: 1, thin: 0, gaps: 0 },
    ])
  })
})

it.each([
  [0, null, known, 'ended'], [0, '2026-12-24', known, 'short'], [13, '2026-12-05', known, 'short'], [14, '2026-12-06', known, 'good'],
  [90, null, known, 'ended'], [0, null, emptyStamp, 'unknown'],
] as const)('takes a book of %i days until %s for what it is', (lasts, last, stamp, urgency) => {
  expect(urgencyOf({ lasts, last, stamp }, 14)).toBe(urgency)
})
