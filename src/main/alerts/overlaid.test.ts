import { expect, it } from 'vitest'
import { overlaid } from './overlaid'

const red = [0, 0, 255, 255]
const teal = [114, 113, 0, 255]
const none = [0, 0, 0, 0]
const half = [0, 0, 128, 128]

it.each([
  ['stays where nothing lies on it', teal, none, none, teal],
  ['is cut out around the badge', teal, red, none, none],
  ['lies under the badge', teal, red, red, red],
  ['shines through a badge that is half there', teal, none, half, [57, 56, 128, 255]],
  ['is nothing where nothing is', none, none, none, none],
])('a picture %s', (_, base, hole, badge, result) => {
  expect([...overlaid(Buffer.from(base), Buffer.from(hole), Buffer.from(badge))]).toEqual(result)
})
