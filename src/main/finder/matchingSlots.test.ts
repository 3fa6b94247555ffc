import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slotTable } from '@main/slots/slotTable'
import { dayOfNumber, numberOfDay } from '@shared/domain/time'
import { matchingSlots } from './matchingSlots'

const MONDAY = numberOfDay('2026-11-23')
const HOUR = 3600
const table = (...slots: [day: number, start: number, end: number][]) => slotTable({
  days: slots.map(([day]) => MONDAY + day), starts: slots.map(([, start]) => start * HOUR), ends: slots.map(([, , end]) => end * HOUR),
  ids: slots.map((_, index) => index + 1),
})
const wanted = { day: MONDAY, seconds: 0, weekdays: [], part: 'any', minutes: 0, count: 10 } as const
const ids = (slots: ReturnType<typeof table>, part: Partial<Parameters<typeof matchingSlots>[2]> = {}) =>
  matchingSlots(7, slots, { ...wanted, ...part }).map(({ id }) => id)

describe('matchingSlots', () => {
  const week = table([-1, 9, 10], [0, 9, 10], [0, 14, 15], [1, 18, 19], [7, 9, 10])

  it('are those from a time on, earliest first, and no more than wanted', () => {
    expect(ids(week)).toEqual([2, 3, 4, 5])
    expect(ids(week, { seconds: 9 * HOUR + 1 })).toEqual([3, 4, 5])
    expect(ids(week, { count: 2 })).toEqual([2, 3])
  })

  it('are of some weekdays and a part of the day', () => {
    expect(ids(week, { weekdays: [1] })).toEqual([2, 3, 5])
    expect(ids(week, { part: 'morning' })).toEqual([2, 5])
    expect(ids(week, { part: 'afternoon' })).toEqual([3])
    expect(ids(week, { part: 'evening', weekdays: [2] })).toEqual([4])
  })

  it('are long enough by themselves, or with those that follow without a pause', () => {
    const slots = table([0, 9, 10], [0, 10, 11], [0, 11.5, 12.5], [0, 13, 15])
    expect(matchingSlots(7, slots, { ...wanted, minutes: 90 })).toEqual([
      { id: 1, clinicId: 7, date: '2026-11-23', start: 9 * HOUR, end: 11 * HOUR, together: 2 },
      { id: 4, clinicId: 7, date: '2026-11-23', start: 13 * HOUR, end: 15 * HOUR, together: 1 },
    ])
  })

  it('do not count time twice where slots overlap', () => {
    expect(ids(table([0, 9, 10], [0, 9.5, 10.5]), { minutes: 90 })).toEqual([])
    expect(ids(table([0, 9, 10], [0, 9.5, 10.5], [0, 10, 11]), { minutes: 90 })).toEqual([1])
  })

  it('keep to everything that is wanted, whatever is published', () => {
    const slot = fc.tuple(fc.integer({ min: -3, max: 14 }), fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 2 }))
    const many = fc.array(slot, { maxLength: 40 })
    const [length, second] = [fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 86_399 })]
    fc.assert(fc.property(many, length, second, (slots, minutes, seconds) => {
      const all = table(...slots.map(([day, start, length]): [number, number, number] => [day, start, start + length]))
      const found = matchingSlots(7, all, { ...wanted, minutes, seconds })
      for (const { date, start, end } of found) {
        expect(date > dayOfNumber(MONDAY) || (date === dayOfNumber(MONDAY) && start >= seconds)).toBe(true)
        expect(end - start).toBeGreaterThanOrEqual(minutes * 60)
      }
      const order = found.map(({ date, start }) => `${date} ${String(start).padStart(6, '0')}`)
      expect(order).toEqual([...order].sort())
    }))
  })
})
