import { expect, it } from 'vitest'
import { marksOf } from './look'

it('leaves everything to the system and the ordinary until somebody chooses', () => {
  expect(marksOf({ theme: 'system', density: 'comfortable' })).toEqual({})
})

it('names the scheme, the contrast and the density that were chosen', () => {
  expect(marksOf({ theme: 'dark', density: 'compact' })).toEqual({ theme: 'dark', density: 'compact' })
  expect(marksOf({ theme: 'contrastLight', density: 'comfortable' })).toEqual({ theme: 'light', contrast: 'more' })
})

it('follows the contrast that the system asks for with the system’s theme alone', () => {
  expect(marksOf({ theme: 'system', density: 'comfortable' }, true)).toEqual({ contrast: 'more' })
  expect(marksOf({ theme: 'light', density: 'comfortable' }, true)).toEqual({ theme: 'light' })
})
