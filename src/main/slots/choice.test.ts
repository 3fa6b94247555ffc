import { describe, expect, it } from 'vitest'
import { memoryPreferences } from '@main/testing/memoryPreferences'
import { AppFailure } from '@shared/errors'
import { choice } from './choice'

const preferences = memoryPreferences
const as = (store: ReturnType<typeof preferences>, email: string, origin = 'https://clinic.example') =>
  choice({ preferences: store, account: () => ({ origin, email }) })

describe('choice', () => {
  it('is none before the person has chosen', () => {
    expect(as(preferences(), 'a@x.org').read()).toEqual({ clinicIds: null })
  })

  it('is kept in its order, by account and server', () => {
    const store = preferences()
    as(store, 'a@x.org').choose({ clinicIds: [3, 1, 2, 3] })
    as(store, 'b@x.org').choose({ clinicIds: [] })
    expect(as(store, ' A@X.org ').read()).toEqual({ clinicIds: [3, 1, 2] })
    expect(as(store, 'b@x.org').read()).toEqual({ clinicIds: [] })
    expect(as(store, 'a@x.org', 'https://other.example').read()).toEqual({ clinicIds: null })
  })

  it('can be taken back', () => {
    const store = preferences()
    as(store, 'a@x.org').choose({ clinicIds: [1] })
    as(store, 'a@x.org').choose({ clinicIds: null })
    expect(as(store, 'a@x.org').read()).toEqual({ clinicIds: null })
  })

  it('is kept for the last four accounts', () => {
    const store = preferences()
    for (const name of ['a', 'b', 'c', 'd', 'e']) as(store, name).choose({ clinicIds: [1] })
    expect(['a', 'b', 'e'].map((name) => as(store, name).read().clinicIds)).toEqual([null, [1], [1]])
  })

  it('holds at most 200 clinics and no name of a person', () => {
    const store = preferences()
    const kept = as(store, 'asha@x.org').choose({ clinicIds: Array.from({ length: 300 }, (_, id) => id) })
    expect(kept.clinicIds).toHaveLength(200)
    expect(JSON.stringify(store.get('clinicChoices'))).not.toMatch(/asha|clinic\.example/)
  })

  it.each([['text'], [{ a: 1 }], [[{ account: 1 }]], [null]])('starts anew from a file that holds %j', (stored) => {
    expect(as(preferences({ clinicChoices: stored }), 'a@x.org').read()).toEqual({ clinicIds: null })
  })

  it('is nobody\'s while nobody is signed in', () => {
    const nobody = choice({ preferences: preferences(), account: () => null })
    expect(() => nobody.read()).toThrow(new AppFailure({ kind: 'signedOut', reason: 'none' }))
    expect(() => nobody.choose({ clinicIds: [1] })).toThrow(AppFailure)
  })
})
