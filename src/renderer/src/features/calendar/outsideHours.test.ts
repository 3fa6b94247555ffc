import { expect, it } from 'vitest'
import { emptyStamp } from '@shared/domain/stamp'
import type { ShownDay } from './boardDay'
import { outsideHours } from './outsideHours'

const hour = 3600
const slots = (...hours: [number, number][]) => ({
  slots: {
    ids: Int32Array.from(hours.keys()),
    starts: Int32Array.from(hours, ([start]) => start * hour),
    ends: Int32Array.from(hours, ([, end]) => end * hour),
  },
  stamp: { ...emptyStamp, fetchedAt: 1 },
})
const day: ShownDay = {
  date: '2026-11-23',
  columns: new Map([[7, slots([8, 9], [9, 10], [16, 17])], [2, slots([7.5, 8], [12.5, 13.5], [13, 14])]]),
}
const of = (from: number, to: number) => outsideHours(day, { from: from * hour, to: to * hour })

it('counts what lies before and after the hours, and points to the first of each', () => {
  expect(of(10, 13)).toEqual({ earlier: { count: 3, clinicId: 2, start: 7.5 * hour }, later: { count: 2, clinicId: 2, start: 13 * hour } })
})

it('does not count what reaches into the hours', () => {
  expect(of(8.5, 13)).toEqual({ earlier: { count: 1, clinicId: 2, start: 7.5 * hour }, later: { count: 2, clinicId: 2, start: 13 * hour } })
  expect(of(7, 18)).toEqual({ earlier: undefined, later: undefined })
})
