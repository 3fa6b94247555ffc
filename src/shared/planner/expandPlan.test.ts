import { describe, expect, it } from 'vitest'
import { dayOfNumber } from '../domain/time'
import { expandPlan } from './expandPlan'
import type { Plan } from './plan'

const plan: Plan = {
  targets: [{ kind: 'clinic', id: 1 }], weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, from: '2026-12-01', end: { kind: 'weeks', weeks: 1 },
  sessions: [{ start: 32_400, end: 34_200 }], duration: 900, gap: 0, breaks: [], skip: [], off: [], plus: [],
}
const rows = (change: Partial<Plan>, clinicIds: number[], ...sets: Parameters<typeof expandPlan>[2]) => {
  const { slots } = expandPlan({ ...plan, ...change }, clinicIds, sets)
  return [...slots.days].map((day, row) =>
    [dayOfNumber(day), slots.clinicIds[row], slots.starts[row]! / 60, slots.ends[row]! / 60, slots.holidays[row]].join(' '))
}
const year = { from: '2027-01-01', end: { kind: 'until' as const, day: '2027-12-31' } }

describe('expandPlan', () => {
  it('sorts by day, then by clinic in the plan’s order, then by start', () => {
    expect(rows({ end: { kind: 'until', day: '2026-12-02' } }, [7, 3])).toEqual([
      '2026-12-01 7 540 555 0', '2026-12-01 7 555 570 0', '2026-12-01 3 540 555 0', '2026-12-01 3 555 570 0',
      '2026-12-02 7 540 555 0', '2026-12-02 7 555 570 0', '2026-12-02 3 540 555 0', '2026-12-02 3 555 570 0',
    ])
  })

  it('keeps the slots of holidays and marks them', () => {
    const found = rows({ skip: 'all', end: { kind: 'until', day: '2026-12-02' } }, [1], { name: 'Ours', days: [{ day: '2026-12-02', name: '' }] })
    expect(found).toEqual(['2026-12-01 1 540 555 0', '2026-12-01 1 555 570 0', '2026-12-02 1 540 555 1', '2026-12-02 1 555 570 1'])
  })

  it('has the same slots on every day of a year, those on which clocks change included', () => {
    const { slots } = expandPlan({ ...plan, ...year, sessions: [{ start: 3600, end: 10_800 }] }, [1], [])
    expect(new Set(slots.days).size).toBe(365)
    const ofEachDay = [3600, 4500, 5400, 6300, 7200, 8100, 9000, 9900]
    expect([...slots.starts]).toEqual(Array.from({ length: 365 }, () => ofEachDay).flat())
  })

  it('keeps clinic ids that are larger than 32 bits', () => {
    expect(expandPlan(plan, [2 ** 40], []).slots.clinicIds[0]).toBe(2 ** 40)
  })

  it('gives none at all when there are too many, and says how many there would be', () => {
    const { slots, notes } = expandPlan({ ...plan, from: '2027-01-01', end: { kind: 'weeks', weeks: 520 } }, [1, 2, 3], [])
    expect(slots.days).toHaveLength(0)
    expect(notes).toEqual([{ kind: 'tooMany', count: 520 * 7 * 3 * 2 }])
  })

  it('counts no further than it must in a range of ten thousand years', () => {
    const { notes } = expandPlan({ ...plan, from: '0001-01-01', end: { kind: 'until', day: '9999-12-31' } }, [1], [])
    expect(notes).toEqual([{ kind: 'tooMany', count: 20_001 * 2 }])
  })
})
