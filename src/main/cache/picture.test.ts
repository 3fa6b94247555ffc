import { expect, it } from 'vitest'
import { slotTable } from '@main/slots/slotTable'
import { picture } from './picture'

it('keeps copies of the kept days, and not the history that they are taken from', () => {
  const kept = picture()
  const history = slotTable({ days: [5, 6, 7], starts: [600, 700, 800], ends: [900, 900, 900], ids: [1, 2, 3] })
  expect(kept.take(1, history, { days: [6], fetchedAt: 1 })).toEqual([6])
  const { ids, starts, ends } = kept.days.get(6)!.get(1)!
  expect([ids, starts, ends]).toEqual([[2], [700], [900]].map((values) => Int32Array.from(values)))
  expect([ids, starts, ends].map(({ buffer }) => buffer.byteLength)).toEqual([4, 4, 4])
})
