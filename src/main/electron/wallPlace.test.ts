import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOnAScreen } from './onAScreen'
import { wallPlace, type Place } from './wallPlace'

const screenAt = (id: string, x: number, width = 1920, height = 1080): Place =>
  ({ id, bounds: { x, y: 0, width, height }, workArea: { x, y: 30, width, height: height - 30 } })
const [desk, left, right] = [screenAt('desk', 0), screenAt('left', -1280, 1280, 720), screenAt('right', 1920)]
const placed = (screens: [Place, ...Place[]], chosen = '', kept = undefined as Place['bounds'] | undefined) => wallPlace({ screens, chosen, desks: 'desk', kept })

describe('a wall', () => {
  it('fills the screen that was chosen', () => {
    expect(placed([desk, left, right], 'right')).toEqual({ bounds: right.bounds, isFull: true, isLost: false })
  })

  it('fills another screen than the desk’s where none was chosen', () => {
    expect(placed([desk, left, right])).toEqual({ bounds: left.bounds, isFull: true, isLost: false })
  })

  it('is a window where the desk’s screen is the only one, and where it was chosen', () => {
    const window = { bounds: { x: 320, y: 195, width: 1280, height: 720 }, isFull: false, isLost: false }
    expect(placed([desk])).toEqual(window)
    expect(placed([desk, left], 'desk')).toEqual(window)
  })

  it('goes to a place that exists, and says so, when its screen is gone; and back', () => {
    expect(placed([desk, left], 'right')).toEqual({ bounds: left.bounds, isFull: true, isLost: true })
    expect(placed([desk], 'right')).toMatchObject({ isFull: false, isLost: true })
    expect(placed([desk, left, right], 'right')).toMatchObject({ bounds: right.bounds, isLost: false })
  })

  it('stands as a window where it stood, if that can still be seen', () => {
    const kept = { x: 100, y: 100, width: 900, height: 500 }
    expect(placed([desk], '', kept).bounds).toEqual(kept)
    expect(placed([desk], '', { ...kept, x: 5000 }).bounds.x).toBe(320)
  })

  it('is never larger than a small screen', () => {
    expect(placed([screenAt('desk', 0, 1024, 600)]).bounds).toEqual({ x: 0, y: 30, width: 1024, height: 570 })
  })

  it('can be seen and taken hold of on any screens, wherever it stood before', () => {
    const number = fc.integer({ min: -6000, max: 6000 })
    const size = fc.integer({ min: 600, max: 4000 })
    const kept = fc.option(fc.record({ x: number, y: number, width: size, height: size }), { nil: undefined })
    const place = fc.tuple(number, size, size).map(([x, width, height]) => ({ x, width, height }))
    const all = fc.array(place, { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(all, fc.constantFrom('', 's0', 's1', 's9'), kept, (places, chosen, before) => {
      const screens = places.map(({ x, width, height }, index) => screenAt(`s${index}`, x, width, height)) as [Place, ...Place[]]
      const { bounds, isFull } = wallPlace({ screens, chosen, desks: 's0', kept: before })
      return isOnAScreen(bounds, screens.map((each) => each.bounds)) && isFull === screens.slice(1).some((each) => each.bounds === bounds)
    }))
  })
})
