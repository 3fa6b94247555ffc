import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestFirst, ofDoctors } from './order'

const requests = (rows: [id: number, day: number, doctor: number][]) => ({
  ids: Int32Array.from(rows, ([id]) => id),
  days: Int32Array.from(rows, ([, day]) => day),
  doctorOf: Int32Array.from(rows, ([,, doctor]) => doctor),
})

describe('newestFirst', () => {
  it('puts the newest day first and the youngest request of a day before its elders', () => {
    const columns = requests([[1, 100, 0], [4, 102, 0], [2, 102, 1], [3, 101, 1]])
    expect(Array.from(newestFirst(columns), (row) => columns.ids[row])).toEqual([4, 2, 3, 1])
  })

  it('shows every request once', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(20), fc.constant(0))), (rows) => {
      const order = newestFirst(requests(rows))
      expect([...order].sort((a, b) => a - b)).toEqual([...rows.keys()])
    }))
  })
})

describe('ofDoctors', () => {
  const columns = requests([[1, 100, 0], [2, 101, 1], [3, 102, 0]])

  it('keeps the order, and of the rows those whose doctor passes', () => {
    const order = newestFirst(columns)
    expect([...ofDoctors(columns, order, [true, false])]).toEqual([2, 0])
    expect([...ofDoctors(columns, order, [false, false])]).toEqual([])
    expect(ofDoctors(columns, order, [true, true])).toBe(order)
  })
})
