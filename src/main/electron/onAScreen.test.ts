import { expect, it } from 'vitest'
import { isOnAScreen } from './onAScreen'

const left = { x: 0, y: 24, width: 1440, height: 876 }
const right = { x: 1440, y: 0, width: 1920, height: 1080 }
const at = (x: number, y: number) => ({ x, y, width: 1280, height: 800 })

it.each([
  ['in the middle', at(80, 60), true],
  ['on the other screen', at(2000, 100), true],
  ['over both', at(900, 100), true],
  ['with its edge left of the screens', at(-1100, 100), true],
  ['left of the screens', at(-1250, 100), false],
  ['right of the screens', at(3300, 100), false],
  ['above the screens, its title bar out of reach', at(80, -40), false],
  ['below the screens', at(80, 1100), false],
])('a window %s', (_, bounds, isThere) => {
  expect(isOnAScreen(bounds, [left, right])).toBe(isThere)
})

it('is nowhere when its screen is gone', () => {
  expect(isOnAScreen(at(2000, 100), [left])).toBe(false)
  expect(isOnAScreen(at(80, 60), [])).toBe(false)
})
