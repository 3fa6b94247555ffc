import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '@shared/domain/sync'
import { syncPhase } from './syncPhase'

const quiet: SyncStatus = { working: 0, lastSuccess: 1, failing: null, failingSince: null, partly: [], skew: 0 }

describe('syncPhase', () => {
  it('starts until something was fetched', () => {
    expect(syncPhase(undefined)).toBe('starting')
    expect(syncPhase({ ...quiet, lastSuccess: null })).toBe('starting')
  })

  it('works while requests are under way and is up to date after them', () => {
    expect(syncPhase({ ...quiet, working: 3 })).toBe('working')
    expect(syncPhase(quiet)).toBe('upToDate')
  })

  it('does not hide a fault behind the next attempt', () => {
    expect(syncPhase({ ...quiet, working: 1, failing: { kind: 'timeout' }, failingSince: 5 })).toBe('failing')
  })

  it('says that a part is not up to date, also while it works', () => {
    expect(syncPhase({ ...quiet, working: 1, partly: ['staff'] })).toBe('partly')
    expect(syncPhase({ ...quiet, partly: ['staff'], failing: { kind: 'timeout' }, failingSince: 5 })).toBe('failing')
  })

  it('tells an ended session from a fault', () => {
    expect(syncPhase({ ...quiet, failing: { kind: 'signedOut', reason: 'ended' }, failingSince: 5 })).toBe('signedOut')
  })
})
