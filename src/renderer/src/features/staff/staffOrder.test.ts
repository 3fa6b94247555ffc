import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staffOrder, type StaffColumn } from './staffOrder'

const list = {
  ids: Int32Array.of(11, 12, 13, 14, 15),
  names: ['Zoe', 'ada', 'Éva', 'ada', 'Bob'],
  isDoctor: Uint8Array.of(0, 1, 0, 0, 1),
  departmentOf: Int32Array.of(0, 1, 1, 0, 2),
  departments: ['Surgery', 'Cardiology', 'ENT'],
}
const ids = (column: StaffColumn, descending = false) => Array.from(staffOrder(list, { column, descending }, 'en'), (row) => list.ids[row])

describe('staffOrder', () => {
  it.each<[StaffColumn, boolean, number[]]>([
    ['name', false, [12, 14, 15, 13, 11]],
    ['name', true, [11, 13, 15, 12, 14]],
    ['department', false, [12, 13, 15, 14, 11]],
    ['department', true, [14, 11, 15, 12, 13]],
    ['kind', false, [12, 15, 14, 13, 11]],
    ['kind', true, [14, 13, 11, 12, 15]],
  ])('sorts by %s (descending: %s), then by name, then by id', (column, descending, expected) => {
    expect(ids(column, descending)).toEqual(expected)
  })

  it('shows every row once', () => {
    const people = fc.array(fc.record({ name: fc.string(), isDoctor: fc.boolean(), department: fc.nat(3) }))
    fc.assert(fc.property(people, fc.constantFrom<StaffColumn>('name', 'kind', 'department'), fc.boolean(), (rows, column, descending) => {
      const list = {
        ids: Int32Array.from(rows, (_, row) => row),
        names: rows.map(({ name }) => name),
        isDoctor: Uint8Array.from(rows, ({ isDoctor }) => Number(isDoctor)),
        departmentOf: Int32Array.from(rows, ({ department }) => department),
        departments: ['D', 'C', 'B', 'A'],
      }
      expect([...staffOrder(list, { column, descending }, 'en')].sort((a, b) => a - b)).toEqual([...rows.keys()])
    }))
  })
})
