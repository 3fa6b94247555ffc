import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '@shared/domain/time'
import { layoutColumn, lanesOf, type SlotArrays } from './layout'

const column = (...times: [number, number][]): SlotArrays => ({
  ids: Int32Array.from(times, (_, i) => i + 1),
  starts: Int32Array.from(times, ([start]) => start),
  ends: Int32Array.from(times, ([, end]) => end),
})

/** Slots of a day as main sends them: sorted by start, then end. */
const slots = fc.array(fc.tuple(fc.integer({ min: 0, max: DAY_SECONDS - 60 }), fc.integer({ min: 1, max: 7200 })), { maxLength: 60 })
  .map((list) => column(...list.map(([start, length]): [number, number] => [start, Math.min(DAY_SECONDS, start + length)])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])))

describe('lanesOf', () => {
  it('puts overlapping slots side by side and slots that only touch under each other', () => {
    const { starts, ends } = column([600, 1200], [900, 1500], [1500, 1800])
    expect(lanesOf(starts, ends)).toEqual({ lane: Int32Array.of(0, 1, 0), lanes: Int32Array.of(2, 2, 1) })
  })

  it('gives slots that overlap through others one number of lanes, and uses a lane again as soon as it is empty', () => {
    const { starts, ends } = column([0, 600], [300, 1200], [600, 900], [1000, 1500])
    expect(lanesOf(starts, ends)).toEqual({ lane: Int32Array.of(0, 1, 0, 0), lanes: Int32Array.of(2, 2, 2, 2) })
  })

  it('shows equal slots beside each other', () => {
    const { starts, ends } = column([60, 120], [60, 120], [60, 120])
    expect([...lanesOf(starts, ends).lane]).toEqual([0, 1, 2])
  })

  it('never lets two slots share a place, and needs no more lanes than run at once', () => {
    fc.assert(fc.property(slots, ({ starts, ends }) => {
      const { lane, lanes } = lanesOf(starts, ends)
      for (let a = 0; a < starts.length; a++) {
        expect(lane[a]).toBeLessThan(lanes[a]!)
        for (let b = a + 1; b < starts.length && starts[b]! < ends[a]!; b++) {
          expect(lanes[a]).toBe(lanes[b])
          expect(lane[a]).not.toBe(lane[b])
        }
      }
      const atOnce = (time: number) => starts.filter((start, i) => start <= time && ends[i]! > time).length
      expect(Math.max(0, ...lanes)).toBeLessThanOrEqual(Math.max(0, ...[...starts].map(atOnce)))
    }))
  })
})

describe('layoutColumn', () => {
  it('puts the free stretches between the slots', () => {
    const layout = layoutColumn(column([36_000, 36_600], [37_200, 37_800]))
    expect([...layout.slotOf]).toEqual([-1, 0, -1, 1, -1])
    expect([...layout.starts]).toEqual([0, 36_000, 36_600, 37_200, 37_800])
    expect([...layout.ends]).toEqual([36_000, 36_600, 37_200, 37_800, DAY_SECONDS])
  })

  it('is one free day without slots', () => {
    expect([...layoutColumn(column()).ends]).toEqual([DAY_SECONDS])
  })

  it('keeps every slot with its times, in order, and knows how far each item and those before it reach', () => {
    fc.assert(fc.property(slots, (given) => {
      const layout = layoutColumn(given)
      expect([...layout.slotOf].filter((slot) => slot >= 0)).toEqual([...given.ids.keys()])
      layout.slotOf.forEach((slot, i) => {
        if (slot >= 0) expect([layout.starts[i], layout.ends[i]]).toEqual([given.starts[slot], given.ends[slot]])
        if (i > 0) expect(layout.starts[i]).toBeGreaterThanOrEqual(layout.starts[i - 1]!)
        expect(layout.reach[i]).toBe(Math.max(...layout.ends.slice(0, i + 1)))
      })
    }))
  })
})
