import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunwayDay } from './runwayDays'
import { stripScale, stripShape, stripWeeks } from './stripShape'

const MONDAY = '2026-11-23'
const rooms = fc.integer({ min: 100, max: 3000 })
const starts = fc.integer({ min: 23, max: 29 }).map((date) => `2026-11-${date}`)

describe('stripScale', () => {
  it('shows as many days as fit, never fewer than four weeks', () => {
    fc.assert(fc.property(starts, rooms, (from, room) => {
      const { days, width, pitch } = stripScale(from, 90, room, 6)
      expect(days).toBeGreaterThanOrEqual(28)
      expect(days).toBeLessThanOrEqual(90)
      expect(pitch).toBeGreaterThanOrEqual(6)
      if (days > 28) expect(width).toBeLessThanOrEqual(room)
    }))
    expect(stripScale(MONDAY, 90, 900, 6).days).toBe(90)
  })

  it('finds the day under every place', () => {
    fc.assert(fc.property(starts, rooms, fc.integer({ min: -50, max: 4000 }), (from, room, place) => {
      const { dayAt, x, days } = stripScale(from, 90, room, 6)
      const day = dayAt(place)
      expect(day).toBeGreaterThanOrEqual(0)
      expect(day).toBeLessThan(days)
      if (place >= 0 && place < x(days)) expect([x(day) <= place, x(day + 1) > place]).toEqual([true, true])
    }))
  })

  it('parts weeks by a wider gap', () => {
    const { x, pitch } = stripScale(MONDAY, 90, 900, 6)
    expect([x(6) - x(5), x(7) - x(6)]).toEqual([pitch, pitch + 3])
  })
})

it('knows its Mondays', () => {
  expect(stripWeeks(MONDAY, 15)).toEqual([0, 7, 14])
  expect(stripWeeks('2026-11-25', 15)).toEqual([5, 12])
  expect(stripWeeks('2026-11-25', 5)).toEqual([])
})

describe('stripShape', () => {
  const day = (kind: RunwayDay['kind'], ratio = 0): RunwayDay => ({ day: MONDAY, kind, slots: 0, usual: 0, gapMinutes: 0, ratio })
  const shape = (...days: RunwayDay[]) => stripShape(days, { x: (place) => place * 10, pitch: 10 }, 30)

  it('draws a bar as high and as strong as its day is full', () => {
    expect(shape(day('full', 1)).bars[4]).toBe('M0 0h9v30h-9z')
    expect(shape(day('full', 0.5)).bars[2]).toBe('M0 15h9v15h-9z')
  })

  it('lets nobody miss a single slot', () => {
    expect(shape(day('thin', 0.01)).thin).toBe('M0 27h9v3h-9z')
  })

  it('tells every kind of day from the others by its form', () => {
    const drawn = (['full', 'thin', 'gap', 'open', 'off'] as const).map((kind) => {
      const { tracks, bars, thin, gaps, gapMarks, floor } = shape(day(kind, kind === 'full' ? 1 : 0.3))
      return [tracks, Object.values(bars).join(''), thin, gaps, gapMarks, floor].map((path) => path !== '').join()
    })
    expect(new Set(drawn).size).toBe(5)
  })
})
