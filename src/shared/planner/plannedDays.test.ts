import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfNumber, numberOfDay, weekday } from '../domain/time'
import type { HolidaySet } from './holidays'
import type { Plan } from './plan'
import { plannedDays } from './plannedDays'

const base: Plan = {
  targets: [{ kind: 'clinic', id: 1 }], weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, from: '2026-11-30', end: { kind: 'until', day: '2026-12-06' },
  sessions: [{ start: 32_400, end: 46_800 }], duration: 900, gap: 0, breaks: [], skip: [], off: [], plus: [],
}
const sets: HolidaySet[] = [
  { name: 'Public', days: [{ day: '2026-12-01', name: 'A' }, { day: '2026-12-25', name: 'Christmas' }] },
  { name: 'Ours', days: [{ day: '2026-12-02', name: 'B' }] },
]
const daysOf = (change: Partial<Plan>, holidays: HolidaySet[] = []) => plannedDays({ ...base, ...change }, holidays).days.map(dayOfNumber)
const holidaysOf = (change: Partial<Plan>) => {
  const { days, holidays } = plannedDays({ ...base, ...change }, sets)
  return days.filter((_, index) => holidays[index] === 1).map(dayOfNumber)
}
const notesOf = (change: Partial<Plan>) => plannedDays({ ...base, ...change }, sets).notes

describe('plannedDays', () => {
  it('takes the weekdays of the range, both ends included', () => {
    expect(daysOf({})).toEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'])
    expect(daysOf({ weekdays: [6, 7] })).toEqual(['2026-12-05', '2026-12-06'])
    expect(daysOf({ weekdays: [7, 1, 1] })).toEqual(['2026-11-30', '2026-12-06'])
  })

  it('counts weeks from the first day on', () => {
    expect(daysOf({ from: '2026-12-02', weekdays: [3], end: { kind: 'weeks', weeks: 2 } })).toEqual(['2026-12-02', '2026-12-09'])
  })

  it('counts every second week by Monday weeks from the week of the first day', () => {
    const every = { everyWeeks: 2, weekdays: [1, 5] as Plan['weekdays'], end: { kind: 'until' as const, day: '2026-12-31' } }
    expect(daysOf({ ...every, from: '2026-12-02' })).toEqual(['2026-12-04', '2026-12-14', '2026-12-18', '2026-12-28'])
    expect(daysOf({ ...every, from: '2026-12-06' })).toEqual(['2026-12-14', '2026-12-18', '2026-12-28'])
  })

  it('leaves days off out, and adds extra days whatever else is said of them', () => {
    expect(daysOf({ off: ['2026-12-01', '2026-12-03'] })).toEqual(['2026-11-30', '2026-12-02', '2026-12-04'])
    expect(daysOf({ weekdays: [1], off: ['2026-12-12'], plus: ['2026-12-12', '2026-11-30', '2026-11-01'] }))
      .toEqual(['2026-11-01', '2026-11-30', '2026-12-12'])
  })

  it('keeps holidays and marks them, but not those that are extra days', () => {
    expect(holidaysOf({ skip: 'all' })).toEqual(['2026-12-01', '2026-12-02'])
    expect(holidaysOf({ skip: ['Ours'] })).toEqual(['2026-12-02'])
    expect(holidaysOf({ skip: [] })).toEqual([])
    expect(holidaysOf({ skip: 'all', plus: ['2026-12-01'] })).toEqual(['2026-12-02'])
  })

  it('says what is odd', () => {
    expect(notesOf({ end: { kind: 'until', day: '2026-11-29' } })).toEqual([{ kind: 'endBeforeStart' }])
    expect(notesOf({ end: { kind: 'until', day: '2026-12-04' }, weekdays: [7] })).toEqual([{ kind: 'noDay' }])
    expect(notesOf({ skip: ['Ours', 'Gone'] })).toEqual([{ kind: 'unknownHolidays', name: 'Gone' }])
    expect(plannedDays({ ...base, skip: 'all' }, []).notes).toEqual([{ kind: 'noHolidays' }])
  })

  it('keeps an extra day of a range that ends before it begins', () => {
    expect(daysOf({ end: { kind: 'until', day: '2026-01-01' }, plus: ['2027-05-05'] })).toEqual(['2027-05-05'])
  })

  it('goes ten years ahead, and stops at the last day that can be written', () => {
    expect(daysOf({ weekdays: [1], end: { kind: 'weeks', weeks: 520 } })).toHaveLength(520)
    expect(daysOf({ from: '9999-12-30', end: { kind: 'weeks', weeks: 520 } })).toEqual(['9999-12-30', '9999-12-31'])
  })

  it('has exactly the days of the rhythm, whatever the range', () => {
    const day = fc.integer({ min: 10_000, max: 40_000 }).map(dayOfNumber)
    const weekdays = fc.uniqueArray(fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6 | 7>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
    const [length, everyWeeks, days] = [fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(130))]
    fc.assert(fc.property(day, length, weekdays, everyWeeks, days, days,
      (from, length, chosen, everyWeeks, offs, pluses) => {
        const [off, plus] = [offs, pluses].map((list) => list.map((after) => addDays(from, after))) as [string[], string[]]
        const end = { kind: 'until' as const, day: addDays(from, length) }
        const found = daysOf({ from, end, weekdays: chosen, everyWeeks, off, plus })
        const monday = numberOfDay(from) - weekday(from) + 1
        const expected = Array.from({ length: 131 }, (_, after) => addDays(from, after)).filter((each, after) => plus.includes(each) || (
          after <= length && !off.includes(each) && chosen.some((wanted) => wanted === weekday(each))
          && Math.floor((numberOfDay(each) - monday) / 7) % everyWeeks === 0))
        expect(found).toEqual(expected)
      }))
  })
})
