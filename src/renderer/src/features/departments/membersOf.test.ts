import { expect, it } from 'vitest'
import type { StaffList } from '@shared/domain/staff'
import { emptyStamp } from '@shared/domain/stamp'
import { membersOf } from './membersOf'

const staff: StaffList = {
  ids: Int32Array.from([1, 2, 3, 4]),
  names: ['Ann', 'Dr. Roe', 'Bob', 'Dr. Doe'],
  isDoctor: Uint8Array.from([0, 1, 0, 1]),
  departmentOf: Int32Array.from([0, 0, 1, 0]),
  departments: ['ENT', 'Neurology'],
  stamp: emptyStamp,
}

it('names the members of one department, doctors first', () => {
  expect(membersOf(staff, 'ENT', 9)).toEqual({
    shown: [{ id: 2, name: 'Dr. Roe', isDoctor: true }, { id: 4, name: 'Dr. Doe', isDoctor: true }, { id: 1, name: 'Ann', isDoctor: false }],
    count: 3,
  })
})

it('counts those that it does not name', () => {
  const { shown, count } = membersOf(staff, 'ENT', 1)
  expect([shown.length, count]).toEqual([1, 3])
})

it('finds nobody in a department that the staff list does not know', () => {
  expect(membersOf(staff, 'Surgery', 9)).toEqual({ shown: [], count: 0 })
})
