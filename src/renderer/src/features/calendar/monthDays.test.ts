import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '@shared/domain/time'
import { weekdaysFrom } from '@shared/domain/week'
import { dayOfKey, heatOf, monthDays, monthsAfter } from './monthDays'
import { weekDays } from './weekDays'

describe('weekDays', () => {
  it.each([[1, '2026-11-23'], [7, '2026-11-22'], [6, '2026-11-21']] as const)('begins on weekday %i', (first, begin) => {
    expect(weekDays('2026-11-26', first)[0]).toBe(begin)
    expect(weekDays('2026-11-26', first)).toHaveLength(7)
  })

  it('has the day in it, whatever weeks begin with', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 40_000 }), fc.constantFrom(...weekdaysFrom(1)), (number, first) => {
      const day = addDays('1970-01-01', number)
      const week = weekDays(day, first)
      expect(week).toContain(day)
      expect(weekday(week[0]!)).toBe(first)
    }))
  })
})

describe('monthDays', () => {
  it('is six weeks in which the whole month lies', () => {
    const days = monthDays('2026-11-23', 1)
    expect([days.length, days[0], days.at(-1)]).toEqual([42, '2026-10-26', '2026-12-06'])
    expect(monthDays('2026-02-10', 7)[0]).toBe('2026-02-01')
  })
})

it.each([['2026-01-31', 1, '2026-02-28'], ['2026-01-15', -1, '2025-12-15'], ['2024-02-29', 12, '2025-02-28']])('%s and %i months is %s', (from, by, to) => {
  expect(monthsAfter(from, by)).toBe(to)
})

it('is as hot as it is full against the fullest', () => {
  expect([0, 1, 120, 240, 360, 480].map((minutes) => heatOf(minutes, 480))).toEqual([0, 1, 1, 2, 3, 4])
  expect(heatOf(0, 0)).toBe(0)
})

describe('keys', () => {
  it.each([
    ['ArrowRight', '2026-11-27'], ['ArrowLeft', '2026-11-25'], ['ArrowDown', '2026-12-03'], ['ArrowUp', '2026-11-19'],
    ['PageDown', '2026-12-26'], ['PageUp', '2026-10-26'], ['Home', '2026-11-23'], ['End', '2026-11-29'],
  ])('%s leads to %s', (key, day) => { expect(dayOfKey(key, '2026-11-26', false, 1)).toBe(day) })

  it('go the other way from right to left, and are left alone where they mean nothing', () => {
    expect(dayOfKey('ArrowRight', '2026-11-26', true, 1)).toBe('2026-11-25')
    expect(dayOfKey('x', '2026-11-26', false, 1)).toBeUndefined()
  })
})
