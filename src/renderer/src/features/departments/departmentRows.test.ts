import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterDoings, shownRows, type DepartmentRow } from './departmentRows'

const row = (id: number, name: string, staff = 0, doctors = 0): DepartmentRow => ({ id, name, staff, doctors })
const rows = [row(1, 'Neurology', 4, 2), row(2, 'ENT', 9, 1), row(3, 'cardiology', 4, 4), row(4, 'Cárdio 10'), row(5, 'Cárdio 9')]
const ids = (query: string, column: string, descending = false) => shownRows(rows, query, { column, descending }, 'en').map(({ id }) => id)

it('sorts names as a person would, numbers in them by their value', () => {
  expect(ids('', 'name')).toEqual([5, 4, 3, 2, 1])
  expect(ids('', 'name', true)).toEqual([1, 2, 3, 4, 5])
})

it('sorts by numbers, equal ones by name either way', () => {
  expect(ids('', 'staff')).toEqual([5, 4, 3, 1, 2])
  expect(ids('', 'staff', true)).toEqual([2, 3, 1, 5, 4])
})

it('finds names by their words, without case and accents', () => {
  expect(ids('CARDIO', 'name')).toEqual([5, 4, 3])
  expect(ids('10 card', 'name')).toEqual([4])
  expect(ids('zzz', 'name')).toEqual([])
})

it('never loses or invents a row by sorting', () => {
  const any = fc.array(fc.record({ id: fc.nat(), name: fc.string(), staff: fc.nat(), doctors: fc.nat() }))
  fc.assert(fc.property(any, fc.constantFrom('name', 'staff', 'doctors'), fc.boolean(), (list, column, descending) => {
    const sorted = shownRows(list, '', { column, descending }, 'en')
    expect(sorted.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
  }))
})

it('shows what this desk has done before the list does', () => {
  const now = afterDoings(rows, { renamed: new Map([[2, 'Ear, nose and throat']]), removed: new Set([1]) })
  expect(now.map(({ id, name }) => [id, name]).slice(0, 2)).toEqual([[2, 'Ear, nose and throat'], [3, 'cardiology']])
})
