import { describe, expect, it } from 'vitest'
import type { Clinic, Directory } from '@shared/domain/clinic'
import { emptyStamp } from '@shared/domain/stamp'
import { clinicLabel } from '@renderer/composables/clinicNames'
import { boardClinics } from './boardClinic'

const clinic = (id: number, name: string, address = '', ...doctors: string[]): Clinic =>
  ({ id, name, address, doctors: doctors.map((doctor, i) => ({ id: id * 10 + i, name: doctor, department: '' })) })
const directory = (...clinics: Clinic[]): Directory => ({ clinics, asked: 1, doctors: 1, gone: [], failures: [], stamp: emptyStamp })
const unnamed = (id: number) => `Clinic ${id}`
const labels = (...clinics: Clinic[]) => boardClinics(clinics.map(({ id }) => id), directory(...clinics), unnamed).map(clinicLabel)

describe('boardClinics', () => {
  it('leaves a name alone that no other clinic has', () => {
    expect(labels(clinic(1, 'City Clinic', '1 Main Street'), clinic(2, 'North Clinic', '2 Main Street'))).toEqual(['City Clinic', 'North Clinic'])
  })

  it('tells clinics of the same name apart by address, else by doctors, else by number', () => {
    expect(labels(clinic(1, 'City Clinic', '1 Main Street'), clinic(2, 'city clinic ', '2 Main Street'))).toEqual(['City Clinic (1 Main Street)', 'city clinic  (2 Main Street)'])
    expect(labels(clinic(1, 'City Clinic', 'Same', 'Dr. Doe'), clinic(2, 'City Clinic', 'Same', 'Dr. Roe'))).toEqual(['City Clinic (Dr. Doe)', 'City Clinic (Dr. Roe)'])
    expect(labels(clinic(1, 'City Clinic'), clinic(2, 'City Clinic'))).toEqual(['City Clinic (#1)', 'City Clinic (#2)'])
  })

  it('keeps the chosen order and shows clinics that the directory does not know', () => {
    const shown = boardClinics([9, 1], directory(clinic(1, 'City Clinic')), unnamed)
    expect(shown.map(({ id, name }) => [id, name])).toEqual([[9, 'Clinic 9'], [1, 'City Clinic']])
  })

  it('colours clinics as it is told', () => {
    expect(boardClinics([1, 13], null, unnamed, [], new Map([[1, 4], [13, 9]])).map(({ hue }) => hue)).toEqual([4, 9])
    expect(boardClinics([1, 13], null, unnamed).map(({ hue }) => hue)).toEqual([1, 2])
  })

  it('keeps the objects of clinics that did not change', () => {
    const before = boardClinics([1, 2], directory(clinic(1, 'City Clinic'), clinic(2, 'North Clinic')), unnamed)
    const after = boardClinics([1, 2], directory(clinic(1, 'City Clinic'), clinic(2, 'South Clinic')), unnamed, before)
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
  })
})
