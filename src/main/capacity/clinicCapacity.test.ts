import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slotTable } from '@main/slots/slotTable'
import { numberOfDay } from '@shared/domain/time'
import { clinicCapacity, gapsIn } from './clinicCapacity'

const MONDAY = numberOfDay('2026-11-23')
const HOUR = 3600
type Slot = [day: number, start: number, end: number]
const table = (...slots: Slot[]) => slotTable({
  days: slots.map(([day]) => MONDAY + day), starts: slots.map(([, start]) => start * HOUR), ends: slots.map(([, , end]) => end * HOUR),
  ids: slots.map((_, index) => index + 1),
})
/** Mondays from 9 to 12 in the eight weeks before. */
const usual: Slot[] = Array.from({ length: 8 }, (_, week) => [-7 * (week + 1), 9, 12])
const range = { from: MONDAY, to: MONDAY + 6, today: MONDAY, gapMinutes: 15 }

describe('clinicCapacity', () => {
  it('counts slots and minutes, and by weekday', () => {
    const found = clinicCapacity(table(...usual, [0, 9, 10], [0, 10, 10.5], [2, 9, 11], [7, 9, 10]), true, range)
    expect(found.load).toEqual({ slots: 3, minutes: 210 })
    expect(found.weekdays.map(({ minutes }) => minutes)).toEqual([90, 0, 120, 0, 0, 0, 0])
  })

  it('tells the gaps in usual hours that are long enough', () => {
    const slots = table(...usual, [0, 9, 10], [0, 10.2, 11])
    expect(clinicCapacity(slots, true, range).gaps).toEqual([{ date: '2026-11-23', start: 11 * HOUR, end: 12 * HOUR }])
    expect(clinicCapacity(slots, true, { ...range, gapMinutes: 5 }).gaps).toHaveLength(2)
    expect(clinicCapacity(table(...usual), true, range).gaps).toEqual([{ date: '2026-11-23', start: 9 * HOUR, end: 12 * HOUR }])
  })

  it('tells what begins before usual hours, or ends after them, and by how much', () => {
    const found = clinicCapacity(table(...usual, [0, 8.5, 9], [0, 9, 12], [0, 12, 12.75], [1, 6, 7]), true, range)
    expect(found.outliers).toEqual([
      { date: '2026-11-23', start: 8.5 * HOUR, end: 9 * HOUR, kind: 'early', minutes: 30 },
      { date: '2026-11-23', start: 12 * HOUR, end: 12.75 * HOUR, kind: 'late', minutes: 45 },
    ])
  })

  it('tells neither where nothing is usual, or the weeks before are not known', () => {
    const young = clinicCapacity(table([-7, 9, 12], [0, 6, 7]), true, range)
    expect([young.isUnusual, young.gaps, young.outliers, young.load.slots]).toEqual([true, [], [], 1])
    expect(clinicCapacity(table(...usual), false, range)).toMatchObject({ isUnusual: true, gaps: [] })
  })

  it('knows what was usual of days before today too', () => {
    expect(clinicCapacity(table(...usual.slice(1)), true, { ...range, from: MONDAY - 7, to: MONDAY - 1 }).gaps)
      .toEqual([{ date: '2026-11-16', start: 9 * HOUR, end: 12 * HOUR }])
  })
})

it('gaps and what is covered make up the hours', () => {
  const stretches = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 12 }).map((steps) => {
    let at = 0
    const all = steps.map((step, place) => {
      const start = at
      at += step
      return { start, end: at, isCovered: place % 2 === 0 }
    })
    return all.filter(({ isCovered }) => isCovered).map(({ start, end }) => ({ start, end }))
  })
  fc.assert(fc.property(stretches, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 300 }), (covered, start, length) => {
    const hours = { start, end: start + length }
    const isCovered = (at: number) => covered.some((each) => each.start <= at && at < each.end)
    const gaps = gapsIn([hours], covered, 1)
    for (let at = hours.start; at < hours.end; at += 1) {
      expect(gaps.some((gap) => gap.start <= at && at < gap.end)).toBe(!isCovered(at))
    }
  }))
})
