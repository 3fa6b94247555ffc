import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, clockText, numberOfDay } from '@shared/domain/time'
import { slotRows } from './slotRows'
import { slotsOn } from './slotTable'

const DAY = '2026-11-23'
const row = (changes: object = {}) => ({ id: 1, date: DAY, start_time: '11:13:00', end_time: '11:19:00', clinic: 7, ...changes })

function read(rows: unknown[]) {
  const reader = slotRows(7)
  const unusable = rows.filter((each) => !reader.add(each)).length
  return { table: reader.finish(), unusable }
}
const on = (rows: unknown[], day = DAY) => {
  const { ids, starts, ends } = slotsOn(read(rows).table, numberOfDay(day))
  return [...ids].map((id, place) => [id, starts[place], ends[place]])
}

describe('slotRows', () => {
  it.each([
    ['minutes', '11:13', '11:19', 40_380, 40_740],
    ['seconds', '11:13:00', '11:19:30', 40_380, 40_770],
    ['microseconds', '11:13:00.000000', '11:19:00.123456', 40_380, 40_740],
    ['midnight as its end', '23:45:00', '00:00:00', 85_500, 86_400],
    ['midnight without seconds', '23:45', '00:00', 85_500, 86_400],
    ['midnight with microseconds', '00:00:00', '00:05:00.000000', 0, 300],
  ])('reads times with %s', (_, from, to, start, end) => {
    expect(on([row({ start_time: from, end_time: to })])).toEqual([[1, start, end]])
  })

  it('lets fields pass that nobody knows', () => {
    expect(on([row({ booked: true, doctor: { id: 1 } })])).toHaveLength(1)
  })

  it.each([
    ['ends before it starts', row({ start_time: '11:00', end_time: '10:00' })],
    ['lasts no time', row({ start_time: '11:00', end_time: '11:00' })],
    ['lasts no time at midnight', row({ start_time: '00:00', end_time: '00:00' })],
    ['crosses midnight', row({ start_time: '22:00:00', end_time: '02:00:00' })],
    ['is on a day that does not exist', row({ date: '2026-02-29' })],
    ['has a date and time for a day', row({ date: '2026-11-23T00:00:00Z' })],
    ['has a number for a day', row({ date: 20_261_123 })],
    ['has an hour that does not exist', row({ end_time: '25:00:00' })],
    ['has a 12-hour time', row({ end_time: '11:19 PM' })],
    ['has no start', row({ start_time: undefined })],
    ['has no end', row({ end_time: null })],
    ['has no id', row({ id: undefined })],
    ['has text for an id', row({ id: '1' })],
    ['has a broken id', row({ id: 1.5 })],
    ['has an id that no column holds', row({ id: 2 ** 31 })],
    ['belongs to another clinic', row({ clinic: 8 })],
    ['names no clinic', row({ clinic: undefined })],
    ['names its clinic by text', row({ clinic: '7' })],
    ['is no row', 'slot'],
    ['is null', null],
    ['is a list', [1, 2]],
  ])('counts a row that %s, and keeps the others', (_, bad) => {
    const { table, unusable } = read([row({ id: 5 }), bad, row({ id: 6 })])
    expect(unusable).toBe(1)
    expect([...table.ids]).toEqual([5, 6])
  })

  it('keeps the later of two rows with one id', () => {
    expect(on([row(), row({ id: 2 }), row({ start_time: '08:00', end_time: '08:10' })])).toEqual([[1, 28_800, 29_400], [2, 40_380, 40_740]])
  })

  it('moves a slot to the day of its later row', () => {
    const rows = [row(), row({ date: '2026-11-24' })]
    expect([on(rows), on(rows, '2026-11-24')]).toEqual([[], [[1, 40_380, 40_740]]])
  })

  it('indexes a history of 105,000 rows', () => {
    const rows = Array.from({ length: 105_000 }, (_, index) => row({
      id: 105_000 - index,
      date: addDays('2026-01-01', index % 365),
      start_time: clockText((index % 288) * 300),
      end_time: clockText((index % 288) * 300 + 300).replace('24:00', '00:00'),
    }))
    const { table, unusable } = read(rows)
    expect([unusable, table.ids.length, table.days.length]).toEqual([0, 105_000, 365])
    expect(on(rows, '2026-03-01')).toHaveLength(rows.filter(({ date }) => date === '2026-03-01').length)
  })

  it('finds on each day what was sent for it, sorted, however it was sent', () => {
    const slots = fc.uniqueArray(fc.record({
      id: fc.integer({ min: 1, max: 1000 }),
      date: fc.integer({ min: 0, max: 4 }).map((count) => addDays('2024-02-27', count)),
      start: fc.integer({ min: 0, max: 50 }),
      length: fc.integer({ min: 1, max: 40 }),
    }), { selector: ({ id }) => id, maxLength: 60 })
    fc.assert(fc.property(slots, (sent) => {
      const rows = sent.map(({ id, date, start, length }) =>
        row({ id, date, start_time: clockText(start * 60), end_time: clockText((start + length) * 60) }))
      for (const day of new Set(sent.map(({ date }) => date))) {
        const expected = sent.filter(({ date }) => date === day)
          .map(({ id, start, length }) => [id, start * 60, (start + length) * 60] as const)
          .sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0])
        expect(on(rows, day)).toEqual(expected)
      }
    }))
  })

  it('reads the same whether it goes on from a table or reads all rows, be an id there already or not', () => {
    const small = (max: number) => fc.integer({ min: 0, max })
    const slot = fc.record({ id: small(12), day: small(3), start: small(20) })
    const rows = fc.array(slot.map(({ id, day, start }) =>
      row({ id, date: addDays('2024-02-27', day), start_time: clockText(start * 60), end_time: clockText(start * 60 + 600) })), { maxLength: 20 })
    fc.assert(fc.property(rows, rows, (first, rest) => {
      const reader = slotRows(7)
      reader.goOn!(read(first).table)
      for (const each of rest) reader.add(each)
      expect(reader.finish()).toEqual(read([...first, ...rest]).table)
    }))
  })
})
