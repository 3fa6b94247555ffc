import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfNumber } from '@shared/domain/time'
import { ageing, bandOf, workSeconds } from './ageing'

const hours = { days: [1, 2, 3, 4, 5, 6], from: 8 * 3600, to: 18 * 3600 }
const wall = (day: string, time: string) => ({ day, seconds: Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60 })

describe('work between', () => {
  // 2026-11-26 is a Thursday.
  it.each([
    ['two moments of a day', '2026-11-26', '09:00', '2026-11-26', '11:30', 2.5],
    ['a moment and itself', '2026-11-26', '09:00', '2026-11-26', '09:00', 0],
    ['before opening and noon', '2026-11-26', '05:00', '2026-11-26', '12:00', 4],
    ['noon and after closing', '2026-11-26', '12:00', '2026-11-26', '23:00', 6],
    ['after closing and before opening', '2026-11-26', '20:00', '2026-11-27', '07:00', 0],
    ['an evening and the next morning', '2026-11-26', '17:30', '2026-11-27', '08:15', 0.75],
    ['Saturday evening and Monday morning', '2026-11-28', '17:00', '2026-11-30', '09:00', 2],
    ['two moments of a day off', '2026-11-29', '09:00', '2026-11-29', '17:00', 0],
    ['a day off and the day after', '2026-11-29', '09:00', '2026-11-30', '09:00', 1],
    ['the same hour two weeks apart', '2026-11-26', '09:00', '2026-12-10', '09:00', 120],
    ['a moment and one before it', '2026-11-26', '11:00', '2026-11-26', '09:00', 0],
    ['a day and one before it', '2026-11-27', '08:00', '2026-11-26', '18:00', 0],
  ])('%s', (_, fromDay, from, toDay, to, expected) => {
    expect(workSeconds(wall(fromDay, from), wall(toDay, to), hours) / 3600).toBe(expected)
  })

  it('is what is left when single minutes are counted', () => {
    const moment = fc.record({ offset: fc.integer({ min: 0, max: 20 }), minute: fc.integer({ min: 0, max: 1439 }) })
    const business = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      opens: fc.integer({ min: 0, max: 700 }),
      long: fc.integer({ min: 1, max: 700 }),
    })
    fc.assert(fc.property(moment, moment, business, (one, other, { days, opens, long }) => {
      const at = ({ offset, minute }: typeof one) => ({ day: addDays('2026-11-23', offset), seconds: minute * 60 })
      let counted = 0
      for (let minute = one.offset * 1440 + one.minute; minute < other.offset * 1440 + other.minute; minute++) {
        const inDay = minute % 1440
        if (days.includes(Math.floor(minute / 1440) % 7 + 1) && inDay >= opens && inDay < opens + long) counted += 1
      }
      expect(workSeconds(at(one), at(other), { days, from: opens * 60, to: (opens + long) * 60 })).toBe(counted * 60)
    }))
  })

  it('never shrinks as time goes on, in any year', () => {
    fc.assert(fc.property(fc.integer({ min: -9000, max: 60_000 }), fc.nat(400), fc.nat(86_399), (start, days, seconds) => {
      const from = { day: dayOfNumber(start), seconds: 30_000 }
      const to = { day: dayOfNumber(start + days), seconds }
      const later = { day: dayOfNumber(start + days + 1), seconds }
      expect(workSeconds(from, later, hours)).toBeGreaterThanOrEqual(workSeconds(from, to, hours))
    }))
  })
})

it.each([[0, 'fresh'], [119, 'fresh'], [120, 'waiting'], [479, 'waiting'], [480, 'overdue'], [99_999, 'overdue']])('%i minutes are %s', (minutes, band) => {
  expect(bandOf(minutes, { waitingHours: 2, overdueHours: 8 })).toBe(band)
})

describe('an age', () => {
  const limits = { businessHours: hours, waitingHours: 2, overdueHours: 8 }
  const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`)

  it('counts from when this desk first saw the request, on the clinic’s clock', () => {
    expect(ageing(at('12:00'), 'UTC', limits, at('08:00'))(at('09:30'))).toEqual({ band: 'waiting', minutes: 150, atLeast: false })
    // 17:30 in Kolkata: half an hour before closing.
    expect(ageing(at('13:30'), 'Asia/Kolkata', limits, null)(at('12:00'))).toEqual({ band: 'fresh', minutes: 30, atLeast: false })
  })

  it('is a least one where the request was there before, and none before the first look', () => {
    expect(ageing(at('12:00'), 'UTC', limits, at('11:00'))(null)).toEqual({ band: 'fresh', minutes: 60, atLeast: true })
    expect(ageing(at('12:00'), 'UTC', limits, null)(null)).toBeUndefined()
  })
})
