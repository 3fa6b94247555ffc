// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { strokeOf, type Press } from './strokeOf'

const press = (part: Partial<Press>): Press =>
  ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part })

it.each<[string | undefined, Partial<Press>]>([
  ['T', { key: 't', code: 'KeyT' }],
  ['T', { key: 'T', code: 'KeyT' }],
  ['Shift+T', { key: 'T', code: 'KeyT', shiftKey: true }],
  ['Mod+Shift+N', { key: 'N', code: 'KeyN', ctrlKey: true, shiftKey: true }],
  ['?', { key: '?', code: 'Slash', shiftKey: true }],
  ['+', { key: '+', code: 'Equal', shiftKey: true }],
  ['Alt+ArrowLeft', { key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }],
  ['F1', { key: 'F1', code: 'F1' }],
  ['Space', { key: ' ', code: 'Space' }],
  ['Ctrl+K', { key: 'k', code: 'KeyK', metaKey: true }],
  [undefined, { key: 'Shift', code: 'ShiftLeft', shiftKey: true }],
  [undefined, { key: 'Dead', code: 'BracketLeft' }],
])('%s', (expected, part) => { expect(strokeOf(press(part), false)).toBe(expected) })

it('takes the Latin letter of the key where another script is typed', () => {
  expect(strokeOf(press({ key: 'ف', code: 'KeyT' }), false)).toBe('T')
  expect(strokeOf(press({ key: 'क', code: 'KeyK', ctrlKey: true }), false)).toBe('Mod+K')
})

it('takes the letter that is written and not the key’s place on a Latin keyboard', () => {
  expect(strokeOf(press({ key: 'z', code: 'KeyY' }), false)).toBe('Z')
  expect(strokeOf(press({ key: 'é', code: 'Digit2' }), false)).toBe('É')
})

it('reads a sign that is written with AltGr as that sign', () => {
  const getModifierState = (key: string) => key === 'AltGraph'
  expect(strokeOf(press({ key: '[', code: 'Digit8', ctrlKey: true, altKey: true, getModifierState }), false)).toBe('[')
})

it('takes Cmd for Ctrl on a Mac', () => {
  expect(strokeOf(press({ key: 'k', code: 'KeyK', metaKey: true }), true)).toBe('Mod+K')
  expect(strokeOf(press({ key: 'k', code: 'KeyK', ctrlKey: true }), true)).toBe('Ctrl+K')
})
