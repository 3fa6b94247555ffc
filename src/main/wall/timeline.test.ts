import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeline } from './timeline'

const HOUR = 3600

it('begins with the hour of the first slot and ends with that of the last', () => {
  const { hours, at, share } = timeline([{ start: 9.5 * HOUR, end: 10 * HOUR }, { start: 16 * HOUR, end: 16.25 * HOUR }])
  expect(hours.map((seconds) => seconds / HOUR)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17])
  expect([at(9 * HOUR), at(13 * HOUR), at(17 * HOUR), at(17 * HOUR + 1), at(HOUR)]).toEqual([0, 0.5, 1, null, null])
  expect(share({ start: 9 * HOUR, end: 13 * HOUR })).toEqual({ from: 0, to: 0.5 })
})

it('has the usual hours where nothing is published, and fewer marks for a long day', () => {
  expect(timeline([]).hours.map((seconds) => seconds / HOUR)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])
  expect(timeline([{ start: 0, end: 24 * HOUR }]).hours.map((seconds) => seconds / HOUR))
    .toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24])
})

it('draws whatever is published within its bounds', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: 1, max: 86_400 })).filter(([start, end]) => start < end)
    .map(([start, end]) => ({ start, end }))
  fc.assert(fc.property(fc.array(span, { minLength: 1, maxLength: 20 }), (spans) => {
    const { share, hours } = timeline(spans)
    const shares = spans.map(share)
    return shares.every(({ from, to }) => from >= 0 && to <= 1 && from < to) && hours.length <= 13
  }))
})
