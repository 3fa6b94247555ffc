import { describe, expect, it } from 'vitest'
import { emptyStamp } from './stamp'
import { stampTone } from './stampTone'

const now = 1_000_000_000
const thresholds = { amberMinutes: 5, redMinutes: 30 }
const aged = (minutes: number) => ({ ...emptyStamp, fetchedAt: now - minutes * 60_000 })
const tone = (stamp: typeof emptyStamp) => stampTone(stamp, now, thresholds)
const failed = { kind: 'timeout' } as const

describe('stampTone', () => {
  it.each([[0, 'live'], [4.99, 'live'], [5, 'aging'], [29.99, 'aging'], [30, 'stale'], [5000, 'stale']])('of data %d minutes old is %s', (minutes, expected) => {
    expect(tone(aged(minutes))).toBe(expected)
  })

  it('follows the thresholds', () => {
    expect(stampTone(aged(3), now, { amberMinutes: 2, redMinutes: 3 })).toBe('stale')
    expect(stampTone(aged(3), now, { amberMinutes: 60, redMinutes: 120 })).toBe('live')
  })

  it('never calls data live whose last fetch failed, or that the server has not confirmed since the start', () => {
    expect(tone({ ...aged(0), failed })).toBe('aging')
    expect(tone({ ...aged(0), cached: true })).toBe('aging')
  })

  it('keeps the age of what is shown while newer data load', () => {
    expect(tone({ ...aged(30), loading: true })).toBe('stale')
  })

  it('tells loading for the first time from having failed with nothing to show', () => {
    expect(tone({ ...emptyStamp, loading: true })).toBe('loading')
    expect(tone({ ...emptyStamp, failed })).toBe('failed')
    expect(tone({ ...emptyStamp, failed, loading: true })).toBe('loading')
  })
})
