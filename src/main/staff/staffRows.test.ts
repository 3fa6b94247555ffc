import { describe, expect, it } from 'vitest'
import { staffRows } from './staffRows'

const row = (id: number, changes: object = {}) => ({ id, name: `Dr. ${id}`, is_doctor: true, department: 'Cardiology', ...changes })

describe('staffRows', () => {
  it('holds the staff in columns, each department once', () => {
    const reader = staffRows()
    for (const each of [row(3), row(1, { department: 'Surgery', is_doctor: false }), row(2, { extra: 1 })]) expect(reader.add(each)).toBe(true)
    expect(reader.finish()).toEqual({
      ids: Int32Array.of(3, 1, 2),
      names: ['Dr. 3', 'Dr. 1', 'Dr. 2'],
      isDoctor: Uint8Array.of(1, 0, 1),
      departmentOf: Int32Array.of(0, 1, 0),
      departments: ['Cardiology', 'Surgery'],
    })
  })

  it('keeps the later of two rows with one id', () => {
    const reader = staffRows()
    reader.add(row(1))
    reader.add(row(1, { name: 'Dr. New' }))
    expect(reader.finish().names).toEqual(['Dr. New'])
  })

  it.each([
    [{ id: undefined }], [{ id: '1' }], [{ id: 1.5 }], [{ name: null }], [{ name: undefined }], [{ is_doctor: 'yes' }], [{ is_doctor: undefined }],
    [{ department: null }], [{ department: 4 }],
  ])('refuses a row with %j', (changes) => {
    expect(staffRows().add(row(1, changes))).toBe(false)
  })
})
