import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matching, staffIndex, type Columns, type StaffFilter } from './staffIndex'

const columns = (rows: [name: string, isDoctor: boolean, department: string][]): Columns => {
  const departments = [...new Set(rows.map(([,, department]) => department))]
  return {
    ids: Int32Array.from(rows, (_, row) => row + 1),
    names: rows.map(([name]) => name),
    isDoctor: Uint8Array.from(rows, ([, isDoctor]) => Number(isDoctor)),
    departmentOf: Int32Array.from(rows, ([,, department]) => departments.indexOf(department)),
    departments,
  }
}
const everyone: StaffFilter = { query: '', kind: 'all', department: null }
const rowsOf = (list: Columns) => Uint32Array.from(list.ids.keys())

describe('matching', () => {
  const list = columns([
    ['Dr. José Núñez', true, 'Cardiology'],
    ['Ada Roe', false, 'Cardiology'],
    ['Dr. Li Wei', true, 'Réanimation'],
    ['डॉ. अनीता शर्मा', true, 'Surgery'],
    ['د. ليلى حسن', true, 'Surgery'],
  ])
  const index = staffIndex(list)
  const found = (filter: Partial<StaffFilter>) => [...matching(index, rowsOf(list), { ...everyone, ...filter })]

  it.each<[Partial<StaffFilter>, number[]]>([
    [{ query: '  ' }, [0, 1, 2, 3, 4]],
    [{ query: 'nunez' }, [0]],
    [{ query: 'NÚÑEZ josé' }, [0]],
    [{ query: 'cardio roe' }, [1]],
    [{ query: 'reanimation' }, [2]],
    [{ query: 'शर्मा' }, [3]],
    [{ query: 'शर्मि' }, []],
    [{ query: 'ليلى' }, [4]],
    [{ query: '.*' }, []],
    [{ kind: 'doctors' }, [0, 2, 3, 4]],
    [{ kind: 'others' }, [1]],
    [{ department: 'Cardiology' }, [0, 1]],
    [{ department: 'cardiology' }, []],
    [{ department: 'Cardiology', kind: 'doctors', query: 'dr' }, [0]],
  ])('finds by %j the rows %j', (filter, rows) => {
    expect(found(filter)).toEqual(rows)
  })

  it('keeps the order in which it was given the rows', () => {
    expect([...matching(index, Uint32Array.of(4, 0, 3), { ...everyone, query: 'a' })]).toEqual([0])
    expect([...matching(index, Uint32Array.of(2, 1, 0), { ...everyone, query: 'o' })]).toEqual([2, 1, 0])
  })

  it('finds every member by any part of the name', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.nat(), (names, pick) => {
      const people = columns(names.map((name) => [name, true, 'D']))
      const row = pick % names.length
      expect([...matching(staffIndex(people), rowsOf(people), { ...everyone, query: names[row]! })]).toContain(row)
    }))
  })

  it('searches 80,000 members', () => {
    const departments = Array.from({ length: 150 }, (_, at) => `Department ${at}`)
    const many = columns(Array.from({ length: 80_000 }, (_, row) => [`Dr. Núñez ${row}`, row % 2 === 0, departments[row % 150]!]))
    const folded = staffIndex(many)
    const order = rowsOf(many)
    const found = ['n', 'nunez 79999', 'zzz'].map((query) => matching(folded, order, { ...everyone, query }).length)
    expect(found).toEqual([80_000, 1, 0])
  })
})
