import { describe, expect, it } from 'vitest'
import type { Directory } from '@shared/domain/clinic'
import { emptyStamp } from '@shared/domain/stamp'
import { doctorClinics, requestDays } from './doctorFacts'

const ada = { id: 7, name: 'Dr. Ada Roe', department: 'ENT' }
const li = { id: 8, name: 'Dr. Li Wei', department: 'ENT' }
const city = { id: 1, name: 'City Clinic', address: '', doctors: [li, ada] }
const whole: Directory = { clinics: [city], asked: 2, doctors: 2, gone: [], failures: [], stamp: { ...emptyStamp, fetchedAt: 1 } }
const timeout = { kind: 'timeout' } as const

describe('doctorClinics', () => {
  it('finds a clinic that several doctors share', () => {
    expect(doctorClinics(whole, 7)).toEqual({ kind: 'known', clinics: [city] })
  })

  it('says that a doctor has none only when every doctor has been asked', () => {
    expect(doctorClinics(whole, 9)).toEqual({ kind: 'known', clinics: [] })
    expect(doctorClinics({ ...whole, asked: 1 }, 9)).toEqual({ kind: 'searching' })
    expect(doctorClinics({ ...whole, stamp: { ...whole.stamp, loading: true } }, 9)).toEqual({ kind: 'searching' })
    expect(doctorClinics({ ...whole, stamp: emptyStamp }, 9)).toEqual({ kind: 'searching' })
  })

  it('says why they could not be read', () => {
    expect(doctorClinics({ ...whole, clinics: [], failures: [{ doctor: ada, error: timeout }] }, 7)).toEqual({ kind: 'failed', error: timeout })
    expect(doctorClinics({ ...whole, clinics: [], stamp: { ...emptyStamp, failed: timeout } }, 7)).toEqual({ kind: 'failed', error: timeout })
  })
})

it('collects the days of one doctor’s call requests, newest first', () => {
  const requests = { days: Int32Array.of(100, 103, 101, 9), doctorOf: Int32Array.of(0, 1, 0, 0), doctors: [ada, li] }
  expect([...requestDays(requests, 7)]).toEqual([101, 100, 9])
  expect([...requestDays(requests, 5)]).toEqual([])
})
