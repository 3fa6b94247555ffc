import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '@shared/domain/time'
import { layoutColumn } from './layout'
import { itemAt, moved, stepOfKey, type Step } from './roving'

const clock = (text: string) => Number(text.slice(0, 2)) * 3600 + Number(text.slice(3)) * 60
const column = (...times: string[]) => {
  const parsed = times.map((time) => time.split('-').map(clock) as [number, number])
  return layoutColumn({
    ids: Int32Array.from(parsed.keys()),
    starts: Int32Array.from(parsed, ([start]) => start),
    ends: Int32Array.from(parsed, ([, end]) => end),
  })
}
const columns = [column('09:00-09:20', '09:20-09:40', '10:00-10:20'), column(), column('09:10-09:30', '09:30-10:00')]
const PAGE = 3600

describe('moved', () => {
  it('walks down through slots and free stretches, and stops at the end of the day', () => {
    let place = { column: 0, item: 0, time: 0 }
    const starts = Array.from({ length: 7 }, () => (place = moved(columns, place, 'down', PAGE)).time)
    expect(starts).toEqual(['09:00', '09:20', '09:40', '10:00', '10:20', '10:20', '10:20'].map(clock))
  })

  it('reaches the header above the first item and no farther', () => {
    const header = moved(columns, { column: 0, item: 0, time: 0 }, 'up', PAGE)
    expect(header.item).toBe(-1)
    expect(moved(columns, header, 'up', PAGE).item).toBe(-1)
    expect(moved(columns, header, 'after', PAGE)).toMatchObject({ column: 1, item: -1 })
  })

  it('keeps to the time across an empty column', () => {
    const start = { column: 0, item: 2, time: clock('09:20') }
    const empty = moved(columns, start, 'after', PAGE)
    expect(empty).toEqual({ column: 1, item: 0, time: clock('09:20') })
    expect(moved(columns, empty, 'after', PAGE)).toEqual({ column: 2, item: 1, time: clock('09:20') })
    expect(moved(columns, empty, 'before', PAGE)).toEqual(start)
  })

  it('jumps to the ends of a column and of the board', () => {
    const start = { column: 2, item: 1, time: clock('09:10') }
    expect(moved(columns, start, 'first', PAGE)).toMatchObject({ column: 2, item: 0 })
    expect(moved(columns, start, 'last', PAGE)).toMatchObject({ column: 2, item: 3 })
    expect(moved(columns, start, 'start', PAGE)).toMatchObject({ column: 0, item: 0 })
    expect(moved(columns, start, 'end', PAGE)).toMatchObject({ column: 2, item: 3 })
  })

  it('moves by a page, and by one item at least', () => {
    expect(moved(columns, { column: 0, item: 1, time: clock('09:00') }, 'pageDown', PAGE).time).toBe(clock('10:00'))
    expect(moved(columns, { column: 0, item: 0, time: 0 }, 'pageDown', PAGE).item).toBe(1)
    expect(moved(columns, { column: 0, item: 5, time: clock('10:20') }, 'pageUp', PAGE).time).toBe(clock('09:20'))
  })

  it('always lands on an item or a header that exists', () => {
    const all: Step[] = ['up', 'down', 'before', 'after', 'first', 'last', 'pageUp', 'pageDown', 'start', 'end']
    const steps = fc.array(fc.constantFrom(...all), { maxLength: 40 })
    fc.assert(fc.property(steps, (list) => {
      let place = { column: 0, item: 0, time: 0 }
      for (const step of list) {
        place = moved(columns, place, step, PAGE)
        expect(place.item).toBeGreaterThanOrEqual(-1)
        expect(place.item).toBeLessThan(columns[place.column]!.starts.length)
      }
    }))
  })
})

describe('itemAt', () => {
  it('finds the item that runs, or the nearest, as a plain search does', () => {
    const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 86_000 }), fc.integer({ min: 1, max: 30_000 })), { maxLength: 30 })
    fc.assert(fc.property(times, fc.integer({ min: 0, max: DAY_SECONDS - 1 }), (list, time) => {
      const sorted = list.map(([start, long]) => [start, Math.min(DAY_SECONDS, start + long)] as const).sort((a, b) => a[0] - b[0])
      const layout = layoutColumn({
        ids: Int32Array.from(sorted.keys()),
        starts: Int32Array.from(sorted, ([start]) => start),
        ends: Int32Array.from(sorted, ([, end]) => end),
      })
      const distance = (i: number) => Math.max(0, layout.starts[i]! - time, time - layout.ends[i]! + 1)
      expect(distance(itemAt(layout, time))).toBe(Math.min(...[...layout.starts.keys()].map(distance)))
    }))
  })
})

describe('stepOfKey', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) =>
    ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

  it('follows the reading direction', () => {
    expect(stepOfKey(key('ArrowRight'), false)).toBe('after')
    expect(stepOfKey(key('ArrowRight'), true)).toBe('before')
  })

  it('leaves keys with Alt and letters to others', () => {
    expect(stepOfKey(key('ArrowRight', { altKey: true }), false)).toBeUndefined()
    expect(stepOfKey(key('t'), false)).toBeUndefined()
    expect(stepOfKey(key('Home', { ctrlKey: true }), false)).toBe('start')
  })
})
