import { describe, expect, it } from 'vitest'
import { emptyStamp } from '@shared/domain/stamp'
import { passing, requestDoctors, staffDoctors } from './doctors'

const staff = [{ id: 7, name: 'Dr. José Núñez', department: 'Cardiology' }, { id: 8, name: 'Dr. Ada Roe', department: 'ENT' }]

describe('staffDoctors', () => {
  it('takes the doctors among the staff, with their departments', () => {
    expect(staffDoctors({
      ids: Int32Array.of(7, 9, 8), names: ['Dr. José Núñez', 'Lea Clerk', 'Dr. Ada Roe'], isDoctor: Uint8Array.of(1, 0, 1),
      departmentOf: Int32Array.of(0, 1, 1), departments: ['Cardiology', 'ENT'], stamp: emptyStamp,
    })).toEqual(staff)
  })
})

describe('requestDoctors', () => {
  const named = (id: number, name: string, before = new Map<number, string>()) => requestDoctors([{ id, name }], staff, before)[0]

  it('names a doctor of the staff list as it does', () => {
    expect(named(8, 'Dr. Ada Doe')).toEqual({ id: 8, name: 'Dr. Ada Roe', department: 'ENT' })
    expect(named(8, '')?.name).toBe('Dr. Ada Roe')
  })

  it('names a doctor who is not in the staff list by the name that the request carries, else by one that was known', () => {
    expect(named(99, 'Dr. Gone')).toEqual({ id: 99, name: 'Dr. Gone', department: undefined })
    expect(named(99, '', new Map([[99, 'Dr. Gone']]))?.name).toBe('Dr. Gone')
    expect(named(99, '')?.name).toBe('')
  })
})

describe('passing', () => {
  const doctors = requestDoctors([{ id: 7, name: '' }, { id: 8, name: '' }, { id: 99, name: 'Dr. Gone' }], staff, new Map())
  const none = { query: '', doctorId: undefined, department: undefined }

  it('lets everything pass where nothing is asked for', () => { expect(passing(doctors, { ...none, query: '  ' })).toEqual([true, true, true]) })

  it('finds parts of name and department without regard to case, accents and order', () => {
    expect(passing(doctors, { ...none, query: 'nunez jose' })).toEqual([true, false, false])
    expect(passing(doctors, { ...none, query: 'ent ROE' })).toEqual([false, true, false])
  })

  it('narrows by doctor, by department, and by all at once', () => {
    expect(passing(doctors, { ...none, doctorId: 99 })).toEqual([false, false, true])
    expect(passing(doctors, { ...none, department: 'Cardiology' })).toEqual([true, false, false])
    expect(passing(doctors, { query: 'roe', doctorId: 8, department: 'Cardiology' })).toEqual([false, false, false])
  })
})
