import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, clockText, dayOfNumber, instantOf, isDay, numberOfDay, rangeText, secondsOf, wallClock, weekday } from './time'

const anyDay = fc.integer({ min: -100_000, max: 200_000 }).map(dayOfNumber)

test('counts calendar days from 1970-01-01', () => {
  expect(numberOfDay('1970-01-01')).toBe(0)
  expect(numberOfDay('2026-11-23')).toBe(20_780)
  expect(dayOfNumber(20_780)).toBe('2026-11-23')
})

test('goes over months, leap days and years', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})

test('agrees with the platform calendar on every day', () => {
  fc.assert(fc.property(anyDay, (day) => {
    const date = new Date(`${day}T00:00:00Z`)
    expect(numberOfDay(day)).toBe(date.getTime() / 86_400_000)
    expect(weekday(day)).toBe(date.getUTCDay() || 7)
  }))
})

test('adding days and taking them away again leads back', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
    expect(addDays(addDays(day, count), -count)).toBe(day)
    expect(isDay(addDays(day, count))).toBe(true)
  }))
})

test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-01-01', '2024-1-1', '', 'today'])('%o is no day', (text) => {
  expect(isDay(text)).toBe(false)
})

test.each([
  ['11:13', 40_380], ['11:13:00', 40_380], ['11:13:19.999999', 40_399], ['00:00:00', 0], ['23:59:59', 86_399],
])('reads %s', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds)
})

test.each(['24:00:00', '11:60', '11', '9:15', '11:13:60', '11:13Z', '11:13:00+05:30', 'noon', ''])('%o is no time of day', (text) => {
  expect(secondsOf(text)).toBeUndefined()
})

test('writes a slot’s time with an en dash, midnight as 24:00', () => {
  expect(rangeText(40_380, 40_740)).toBe('11:13 – 11:19')
  expect(rangeText(84_600, 86_400)).toBe('23:30 – 24:00')
  expect(clockText(33_359)).toBe('09:15')
})

test('tells day and time of day in the clinic’s zone', () => {
  const instant = Date.parse('2026-11-23T20:00:00Z')
  expect(wallClock(instant, 'Asia/Kolkata')).toEqual({ day: '2026-11-24', seconds: 5400 })
  expect(wallClock(instant, 'America/New_York')).toEqual({ day: '2026-11-23', seconds: 54_000 })
})

test.each([
  ['2026-11-24', 5400, 'Asia/Kolkata', '2026-11-23T20:00:00Z'],
  ['2026-03-29', 0, 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  ['2026-03-29', 9000, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ['2026-10-25', 86_399, 'Europe/Berlin', '2026-10-25T22:59:59Z'],
])('%s at %i s in %s is %s', (day, seconds, zone, instant) => {
  expect(new Date(instantOf(day, seconds, zone)).toISOString()).toBe(new Date(instant).toISOString())
})

test('the clock shows at an instant what the instant was asked for', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham')
  // By day no clock is changed.
  const byDay = fc.integer({ min: 6 * 3600, max: 86_399 })
  fc.assert(fc.property(fc.integer({ min: 19_000, max: 23_000 }), byDay, zones, (number, seconds, zone) => {
    expect(wallClock(instantOf(dayOfNumber(number), seconds, zone), zone)).toEqual({ day: dayOfNumber(number), seconds })
  }))
})
