// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Directory } from '@shared/domain/clinic'
import { emptyStamp } from '@shared/domain/stamp'
import type { Reply } from '@shared/errors'
import { useClinics } from './useClinics'

const directory: Directory = {
  clinics: Array.from({ length: 9 }, (_, i) => ({ id: i + 1, name: `Clinic ${i + 1}`, address: '', doctors: [] })),
  asked: 9, doctors: 9, gone: [], failures: [], stamp: { ...emptyStamp, fetchedAt: 1 },
}

describe('useClinics', () => {
  let replies: Record<string, Reply<unknown>>

  beforeEach(() => {
    setActivePinia(createPinia())
    replies = { 'directory:read': { ok: true, value: directory }, 'slots:readChoice': { ok: true, value: { clinicIds: null } } }
    Object.assign(window, { desk: { invoke: (call: string) => Promise.resolve(replies[call]), on: () => () => undefined } })
  })

  const opened = async () => {
    const clinics = useClinics()
    clinics.open()
    expect(clinics.ids).toBeUndefined()
    await vi.waitFor(() => expect(clinics.ids).toBeDefined())
    return clinics
  }

  it('shows the first six clinics to a person who has not chosen', async () => {
    expect((await opened()).ids).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('shows what was chosen in its order, and none when none was', async () => {
    replies['slots:readChoice'] = { ok: true, value: { clinicIds: [9, 2] } }
    expect((await opened()).ids).toEqual([9, 2])
    replies['slots:readChoice'] = { ok: true, value: { clinicIds: [] } }
    expect((await opened()).ids).toEqual([])
  })

  it('falls back to the first clinics when the choice can not be read', async () => {
    replies['slots:readChoice'] = { ok: false, error: { kind: 'timeout' } }
    expect((await opened()).ids).toHaveLength(6)
  })

  it('shows a new choice at once, and the former one when it can not be kept', async () => {
    const clinics = await opened()
    replies['slots:choose'] = { ok: true, value: { clinicIds: [3] } }
    const kept = clinics.choose([3])
    expect(clinics.ids).toEqual([3])
    await kept
    replies['slots:choose'] = { ok: false, error: { kind: 'timeout' } }
    await expect(clinics.choose([4])).rejects.toMatchObject({ error: { kind: 'timeout' } })
    expect(clinics.ids).toEqual([3])
  })
})
