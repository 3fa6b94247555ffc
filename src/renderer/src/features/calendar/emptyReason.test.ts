import { describe, expect, it } from 'vitest'
import type { Clinic, Directory } from '@shared/domain/clinic'
import { emptyStamp } from '@shared/domain/stamp'
import { emptyReason } from './emptyReason'

const fault = { kind: 'timeout' } as const
const failure = { doctor: { id: 1, name: 'Dr. Doe', department: '' }, error: fault }
const directory = (part: Partial<Directory>): Directory =>
  ({ clinics: [], asked: 3, doctors: 3, gone: [], failures: [], stamp: { ...emptyStamp, fetchedAt: 1 }, ...part })

describe('emptyReason', () => {
  it.each([
    ['searching', null, undefined],
    ['failed', null, fault],
    ['searching', directory({ asked: 1, stamp: { ...emptyStamp, loading: true } }), undefined],
    ['failed', directory({ asked: 0, doctors: 0, stamp: { ...emptyStamp, failed: fault } }), undefined],
    ['clinicsFailed', directory({ asked: 2, failures: [failure] }), undefined],
    ['noDoctors', directory({ asked: 0, doctors: 0 }), undefined],
    ['noClinics', directory({}), undefined],
    ['noneChosen', directory({ clinics: [{ id: 1 } as Clinic] }), undefined],
  ] as const)('says %s', (kind, known, error) => { expect(emptyReason(known, error).kind).toBe(kind) })
})
