import fc from 'fast-check'
import { expect, it } from 'vitest'
import { snoozesAt } from './snoozes'

const hours = { days: [1, 2, 3, 4, 5, 6], from: 8 * 3600, to: 18 * 3600 }
const offered = (now: string, zone = 'UTC') =>
  snoozesAt(Date.parse(now), zone, hours).map(({ kind, until }) => [kind, new Date(until).toISOString().slice(0, 16)])

it('offers a while, the afternoon and the next morning', () => {
  expect(offered('2026-11-26T09:10:42Z')).toEqual([
    ['quarter', '2026-11-26T09:25'], ['hour', '2026-11-26T10:10'], ['afternoon', '2026-11-26T14:00'], ['nextMorning', '2026-11-27T08:00'],
  ])
})

it('offers no afternoon once it has begun, and goes over days off', () => {
  expect(offered('2026-11-28T14:00:00Z')).toEqual([
    ['quarter', '2026-11-28T14:15'], ['hour', '2026-11-28T15:00'], ['nextMorning', '2026-11-30T08:00'],
  ])
})

it('means the clinic’s clock, over a change of it too', () => {
  expect(offered('2026-10-24T10:00:00Z', 'Europe/Berlin').at(-1)).toEqual(['nextMorning', '2026-10-26T07:00'])
  expect(offered('2026-11-26T20:00:00Z', 'Asia/Kolkata').slice(2)).toEqual([['afternoon', '2026-11-27T08:30'], ['nextMorning', '2026-11-28T02:30']])
})

it('never offers what is over', () => {
  fc.assert(fc.property(fc.integer({ min: 1.7e12, max: 1.9e12 }), fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York'), (now, zone) => {
    for (const { until } of snoozesAt(now, zone, hours)) expect(until).toBeGreaterThan(now)
  }))
})
