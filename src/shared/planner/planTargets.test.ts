import { describe, expect, it } from 'vitest'
import type { Clinic } from '../domain/clinic'
import { planClinics } from './planTargets'

const clinic = (id: number, ...departments: string[]): Clinic =>
  ({ id, name: `Clinic ${id}`, address: '', doctors: departments.map((department, place) => ({ id: 10 * id + place, name: '', department })) })
const clinics = [clinic(1, 'Cardiology'), clinic(2), clinic(3, 'Neurology', 'Cardiology')]

describe('planClinics', () => {
  it('finds clinics and those of departments, in their order and each once', () => {
    const targets = [{ kind: 'clinic', id: 3 }, { kind: 'department', name: 'Cardiology' }] as const
    expect(planClinics([...targets], clinics)).toEqual({ clinicIds: [3, 1], notes: [] })
  })

  it('plans for a clinic without doctors, and says that it has none', () => {
    expect(planClinics([{ kind: 'clinic', id: 2 }], clinics)).toEqual({ clinicIds: [2], notes: [{ kind: 'clinicWithoutDoctors', id: 2 }] })
  })

  it('leaves out what is not there, and says so', () => {
    expect(planClinics([{ kind: 'clinic', id: 9 }, { kind: 'department', name: 'None' }, { kind: 'clinic', id: 1 }], clinics)).toEqual({
      clinicIds: [1], notes: [{ kind: 'unknownClinic', id: 9 }, { kind: 'departmentWithoutClinics', name: 'None' }],
    })
  })
})
