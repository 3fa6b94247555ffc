// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { tokenPixels } from './tokenPixels'

const root = document.documentElement.style
afterEach(() => { root.cssText = '' })

it('follows the text size', () => {
  root.setProperty('--row', '1.75rem')
  expect(tokenPixels('--row', 2.25)).toBe(28)
  root.fontSize = '32px'
  expect(tokenPixels('--row', 2.25)).toBe(56)
})

it('leaves pixels as they are', () => {
  root.setProperty('--space-24', '16px')
  root.fontSize = '32px'
  expect(tokenPixels('--space-24', 1.5)).toBe(16)
})

it('takes what is given where there is no style sheet', () => {
  expect(tokenPixels('--row', 2.25)).toBe(36)
})
