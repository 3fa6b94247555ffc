import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '@shared/domain/time'
import { stretchesOf } from './gridStretches'

describe('stretchesOf', () => {
  it('finds what lies before, between and after the slots', () => {
    expect(stretchesOf([32_400, 34_800], [33_600, 36_000])).toEqual({ starts: [0, 33_600, 36_000], ends: [32_400, 34_800, DAY_SECONDS] })
  })

  it('finds none between slots that touch or overlap, nor inside a long slot', () => {
    expect(stretchesOf([0, 1800, 3600], [DAY_SECONDS, 3600, 5400])).toEqual({ starts: [], ends: [] })
  })

  it('leaves out what is shorter than a minute', () => {
    expect(stretchesOf([0, 3659], [3600, DAY_SECONDS])).toEqual({ starts: [], ends: [] })
  })

  it('never meets a slot, and with the slots fills the day but for seconds', () => {
    const slot = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 90 }))
    fc.assert(fc.property(fc.array(slot, { maxLength: 40 }), (list) => {
      const sorted = list.map(([start, length]) => [start * 60, Math.min(DAY_SECONDS, (start + length) * 60)] as const)
        .sort((a, b) => a[0] - b[0])
      const free = stretchesOf(sorted.map(([start]) => start), sorted.map(([, end]) => end))
      for (let minute = 0; minute < 1440; minute++) {
        const time = minute * 60
        const isSlot = sorted.some(([start, end]) => start <= time && time < end)
        const isFree = free.starts.some((start, i) => start <= time && time < free.ends[i]!)
        expect(isFree).toBe(!isSlot)
      }
    }), { numRuns: 30 })
  })
})
