import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffMember } from '@shared/domain/staff'
import { departmentCounts, doctorsOf, membersAlike, staffTable, withDepartmentNamed, withMember, withoutMember, type StaffTable } from './staffTable'

const member = fc.record({
  id: fc.integer({ min: 1, max: 50 }),
  name: fc.constantFrom('Ann', 'Bo', 'Cy'),
  isDoctor: fc.boolean(),
  department: fc.constantFrom('A', 'B', 'C'),
})
const members = fc.uniqueArray(member, { selector: ({ id }) => id, maxLength: 20 })
const read = ({ ids, names, isDoctor, departmentOf, departments }: StaffTable): StaffMember[] =>
  [...ids].map((id, place) =>
    ({ id, name: names[place]!, isDoctor: isDoctor[place] === 1, department: departments[departmentOf[place]!]! }))

describe('a staff table', () => {
  it('holds what was put into it', () => {
    fc.assert(fc.property(members, (all) => { expect(read(staffTable(all))).toEqual(all) }))
  })

  it('takes a member in its old place, or at the end', () => {
    fc.assert(fc.property(members, member, (all, one) => {
      const known = all.some(({ id }) => id === one.id)
      const expected = known ? all.map((each) => each.id === one.id ? one : each) : [...all, one]
      const table = staffTable(all)
      expect(read(withMember(table, one))).toEqual(expected)
      expect(read(table)).toEqual(all)
    }))
  })

  it('keeps its kinds of columns, which the contract names', () => {
    const { ids, isDoctor, departmentOf } = withMember(staffTable([]), { id: 1, name: 'Ann', isDoctor: true, department: 'A' })
    expect([ids, departmentOf, isDoctor].map(({ constructor }) => constructor)).toEqual([Int32Array, Int32Array, Uint8Array])
  })

  it('lets a member go', () => {
    fc.assert(fc.property(members, fc.integer({ min: 1, max: 50 }), (all, id) => {
      expect(read(withoutMember(staffTable(all), id))).toEqual(all.filter((each) => each.id !== id))
    }))
  })

  it('follows a department’s name', () => {
    fc.assert(fc.property(members, (all) => {
      const expected = all.map((each) => each.department === 'A' ? { ...each, department: 'Z' } : each)
      expect(read(withDepartmentNamed(staffTable(all), 'A', 'Z'))).toEqual(expected)
    }))
  })

  it('counts staff and doctors by department', () => {
    fc.assert(fc.property(members, (all) => {
      const counts = departmentCounts(staffTable(all))
      for (const name of ['A', 'B', 'C']) {
        const own = all.filter(({ department }) => department === name)
        const expected = { staff: own.length, doctors: own.filter(({ isDoctor }) => isDoctor).length }
        expect(counts.get(name) ?? { staff: 0, doctors: 0 }).toEqual(expected)
      }
    }))
  })

  it('knows who is alike and who is a doctor', () => {
    fc.assert(fc.property(members, member, (all, { name, isDoctor, department }) => {
      const alike = all.filter((each) => each.name === name && each.isDoctor === isDoctor && each.department === department)
      expect(membersAlike(staffTable(all), { name, isDoctor, department })).toEqual(alike.map(({ id }) => id))
      const doctors = all.filter((each) => each.isDoctor).map(({ id, name, department }) => ({ id, name, department }))
      expect(doctorsOf(staffTable(all))).toEqual(doctors)
    }))
  })

  it('finds a name that the server keeps with spaces', () => {
    const table = staffTable([{ id: 7, name: ' Ann ', isDoctor: true, department: 'A' }])
    expect(membersAlike(table, { name: 'Ann', isDoctor: true, department: 'A' })).toEqual([7])
  })
})
