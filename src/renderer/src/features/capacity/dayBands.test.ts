import { expect, it } from 'vitest'
import { dayBands } from './dayBands'

it('lays stretches into the bands of their weekdays, between whole hours', () => {
  const { marks, bands } = dayBands([
    { date: '2026-11-23', start: 9.5 * 3600, end: 10 * 3600 }, { date: '2026-11-30', start: 11 * 3600, end: 13 * 3600 },
    { date: '2026-11-25', start: 9 * 3600, end: 13 * 3600 },
  ])
  expect(bands[0]).toEqual([{ at: 12.5, width: 12.5 }, { at: 50, width: 50 }])
  expect(bands[2]).toEqual([{ at: 0, width: 100 }])
  expect(marks.map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13])
})

it('has few marks on a long day, and none after midnight', () => {
  const { marks } = dayBands([{ date: '2026-11-23', start: 0, end: 86_400 }])
  expect(marks.map(({ hour }) => hour)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24])
})
