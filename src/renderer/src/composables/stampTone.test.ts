import { describe, expect, it } from 'vitest'
import { emptyStamp } from '@shared/domain/stamp'
import { AGING_AFTER, STALE_AFTER, stampTone } from './stampTone'

const now = 1_000_000_000
const aged = (age: number) => ({ ...emptyStamp, fetchedAt: now - age })
const failed = { kind: 'timeout' } as const

describe('stampTone', () => {
  it('calls data live only while they are young', () => {
    expect(stampTone(aged(0), now)).toBe('live')
    expect(stampTone(aged(AGING_AFTER - 1), now)).toBe('live')
    expect(stampTone(aged(AGING_AFTER), now)).toBe('aging')
    expect(stampTone(aged(STALE_AFTER), now)).toBe('stale')
  })

  it('never calls data live whose last fetch failed', () => {
    expect(stampTone({ ...aged(0), failed }, now)).toBe('aging')
  })

  it('keeps the age of what is shown while newer data load', () => {
    expect(stampTone({ ...aged(STALE_AFTER), loading: true }, now)).toBe('stale')
  })

  it('tells loading for the first time from having failed with nothing to show', () => {
    expect(stampTone({ ...emptyStamp, loading: true }, now)).toBe('loading')
    expect(stampTone({ ...emptyStamp, failed }, now)).toBe('failed')
    expect(stampTone({ ...emptyStamp, failed, loading: true }, now)).toBe('loading')
  })
})
