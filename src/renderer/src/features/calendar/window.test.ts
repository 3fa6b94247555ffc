import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '@shared/domain/time'
import { layoutColumn } from './layout'
import { columnRange, itemRange, scrolledTo, timeRange, TURNS } from './window'

describe('columnRange', () => {
  it('covers the columns in view and one on each side', () => {
    expect(columnRange(1320, 660, 132, 200)).toEqual({ from: 9, to: 16 })
  })

  it('stays within the columns', () => {
    expect(columnRange(0, 1200, 200, 4)).toEqual({ from: 0, to: 4 })
    expect(columnRange(99_999, 1200, 132, 10)).toEqual({ from: 10, to: 10 })
  })
})

describe('timeRange', () => {
  const scales = fc.double({ min: 0.2, max: 12, noNaN: true })
  const turns = fc.integer({ min: 0, max: TURNS - 1 })

  it('covers what is in view, whatever the scale and the turn', () => {
    const [scrolls, views] = [fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 100, max: 1600 })]
    fc.assert(fc.property(scales, scrolls, views, turns, (scale, scroll, view, turn) => {
      const { from, to } = timeRange(scroll, view, scale, turn)
      const seconds = (pixels: number) => Math.min(DAY_SECONDS, pixels / scale * 60)
      expect(from).toBeLessThanOrEqual(seconds(scroll))
      expect(to).toBeGreaterThanOrEqual(seconds(scroll + view))
    }))
  })

  it('changes rarely, and not for all turns at the same place', () => {
    const places = (turn: number) => Array.from({ length: 1024 }, (_, scroll) => timeRange(3000 + scroll, 640, 4, turn).from)
      .flatMap((from, scroll, all) => scroll > 0 && from !== all[scroll - 1] ? [scroll] : [])
    const all = Array.from({ length: TURNS }, (_, turn) => places(turn))
    for (const some of all) expect(some.length).toBeLessThanOrEqual(1024 / 128)
    expect(new Set(all.flat()).size).toBe(all.flat().length)
  })
})

describe('itemRange', () => {
  it('includes each item that runs within the seconds, also one that began long before', () => {
    const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 86_000 }), fc.integer({ min: 60, max: 40_000 })), { maxLength: 40 })
    fc.assert(fc.property(times, fc.integer({ min: 0, max: 86_000 }), fc.integer({ min: 1, max: 20_000 }), (list, from, length) => {
      const sorted = list.map(([start, long]) => [start, Math.min(DAY_SECONDS, start + long)] as const).sort((a, b) => a[0] - b[0])
      const layout = layoutColumn({
        ids: Int32Array.from(sorted.keys()),
        starts: Int32Array.from(sorted, ([start]) => start),
        ends: Int32Array.from(sorted, ([, end]) => end),
      })
      const range = itemRange(layout, { from, to: from + length })
      layout.starts.forEach((start, i) => {
        if (start < from + length && layout.ends[i]! > from) expect(i >= range.from && i < range.to).toBe(true)
      })
    }))
  })
})

describe('scrolledTo', () => {
  it('does not move when all is in view', () => {
    expect(scrolledTo(100, 500, 200, 300)).toBe(100)
  })

  it('moves as little as needed', () => {
    expect(scrolledTo(100, 500, 40, 80)).toBe(40)
    expect(scrolledTo(100, 500, 700, 720)).toBe(220)
  })

  it('does not run to the beginning of what is longer than the view', () => {
    expect(scrolledTo(900, 500, 0, 2600)).toBe(900)
    expect(scrolledTo(900, 500, 0, 600)).toBe(536)
  })
})
