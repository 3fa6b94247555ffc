import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '@shared/domain/time'
import { times } from '@shared/texts/times'
import { cellsOf, type CellWords } from './cells'
import { layoutColumn } from './layout'
import type { UnsettledState } from './unsettledSlots'

const words: CellWords = {
  ...times('en-GB'), suffix: ', City Clinic, Monday', noSlot: (range) => `no slot ${range}`, minutes: (count) => `${count} min`, unsettled: (state) => state, written: (time) => time,
}
const WHOLE = { from: 0, to: DAY_SECONDS }
const lay = (...times: [number, number][]) => layoutColumn({
  ids: Int32Array.from(times.keys()),
  starts: Int32Array.from(times, ([start]) => start * 60),
  ends: Int32Array.from(times, ([, end]) => end * 60),
})
const slotAt = (pixelsPerMinute: number, rangesAbreast = 2) =>
  cellsOf(lay([673, 679]), WHOLE, -1, words, { pixelsPerMinute, rangesAbreast }).find((cell) => cell.look.includes(' slot '))!

describe('cellsOf', () => {
  it('begins a slot\'s name with its time and names clinic and day', () => {
    expect(slotAt(2).label).toBe('11:13 – 11:19, City Clinic, Monday')
  })

  it('names the stretches without slots', () => {
    const cells = cellsOf(lay([540, 560], [580, 600]), WHOLE, -1, words, { pixelsPerMinute: 2, rangesAbreast: 2 })
    expect(cells[2]!.label).toBe('no slot 09:20 – 09:40, City Clinic, Monday')
  })

  it.each([[0.5, ''], [2, '11:13'], [3, '11:13 – 11:19'], [4, '11:13 – 11:19']])('writes what has room at %d pixels a minute', (scale, text) => {
    expect(slotAt(scale).text).toBe(text)
  })

  it('adds the length from twenty pixels on', () => {
    expect(slotAt(3).more).toBe('')
    expect(slotAt(4).more).toBe('6 min')
  })

  it('writes only starts where many slots lie side by side', () => {
    const room = { pixelsPerMinute: 4, rangesAbreast: 1 }
    expect(cellsOf(lay([600, 620], [600, 620]), WHOLE, -1, words, room).map((cell) => cell.text)).toEqual(['', '10:00', '10:00', ''])
  })

  it('says of a slot that is not settled how far it is, after its time and in its look', () => {
    const cellIn = (state: UnsettledState) =>
      cellsOf(lay([600, 620], [660, 680]), WHOLE, -1, words, { pixelsPerMinute: 4, rangesAbreast: 2 }, new Map([[1, state]])).filter((cell) => cell.look.includes(' slot '))
    expect(cellIn('sending').map(({ look }) => look)).toEqual(['cell slot roomy', 'cell slot roomy sending'])
    expect(cellIn('sending')[1]).toMatchObject({ label: '11:00 – 11:20, City Clinic, Monday, sending', text: '11:00 – 11:20', more: 'sending' })
    expect(cellIn('uncertain')[1]!.text).toBe('? 11:00 – 11:20')
  })

  it('draws a slot exactly as long as its time', () => {
    expect(slotAt(2).style).toBe('--s:673;--d:6')
  })

  it('draws what is in view and, once, the cell that the keyboard is on', () => {
    const layout = lay(...Array.from({ length: 100 }, (_, i): [number, number] => [i * 12, i * 12 + 10]))
    fc.assert(fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: -1, max: layout.starts.length - 1 }), (from, active) => {
      const room = { pixelsPerMinute: 2, rangesAbreast: 2 }
      const items = cellsOf(layout, { from, to: from + 3600 }, active, words, room).map((cell) => cell.item)
      expect(new Set(items).size).toBe(items.length)
      expect(items).toEqual(items.toSorted((a, b) => a - b))
      if (active >= 0) expect(items).toContain(active)
      expect(items.length).toBeLessThan(20)
    }))
  })
})
