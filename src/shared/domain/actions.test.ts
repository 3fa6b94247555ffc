import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { actionNames, actions, chosenStrokesSchema, strokesOf, takenBy } from './actions'
import { capsOf, isCharacter, isReserved, strokeSchema } from './stroke'

describe('the actions', () => {
  it('have keys that can be written, are nobody else’s, and do not meet each other', () => {
    for (const name of actionNames) {
      for (const stroke of actions[name].strokes) {
        expect(v.is(strokeSchema, stroke), `${name}: ${stroke}`).toBe(true)
        expect(isReserved(stroke), `${name}: ${stroke}`).toBe(name === 'closeRequest')
        expect(takenBy(stroke, name, {}), `${name}: ${stroke}`).toBeUndefined()
      }
    }
  })

  it('have the keys that were chosen for them, or none', () => {
    expect(strokesOf('today', {})).toEqual(['T'])
    expect(strokesOf('today', { today: ['D'] })).toEqual(['D'])
    expect(strokesOf('today', { today: [] })).toEqual([])
  })

  it('name who has a key already: in the same place, or on the whole desk', () => {
    expect(takenBy('N', 'today', {})).toBe('newSlot')
    expect(takenBy('N', 'addStaffMember', {})).toBeUndefined()
    expect(takenBy('?', 'searchStaff', {})).toBe('keyMap')
    expect(takenBy('N', 'keyMap', {})).toBe('newSlot')
    expect(takenBy('N', 'today', { newSlot: ['M'] })).toBeUndefined()
  })

  it.each([[{ today: ['t t'] }], [{ today: 'T' }], [{ nobody: ['T'] }], [{ today: ['A', 'B', 'C', 'D'] }]])('refuse %j as chosen keys', (chosen) => {
    expect(v.is(chosenStrokesSchema, chosen)).toBe(false)
  })
})

describe('a stroke', () => {
  it.each([['T', true], ['?', true], ['+', true], ['Shift+T', true], ['त', true], ['Mod+K', false], ['Alt+ArrowLeft', false], ['F5', false], ['ArrowLeft', false], ['Mod++', false]])(
    '%s is a single character: %s', (stroke, expected) => { expect(isCharacter(stroke)).toBe(expected) })

  it.each([['Tab', true], ['Enter', true], ['Shift+Tab', true], ['Mod+C', true], ['Mod+W', true], ['ArrowUp', true], ['Mod+K', false], ['F1', false], ['Alt+ArrowLeft', false], ['T', false]])(
    '%s has a meaning of its own: %s', (stroke, expected) => { expect(isReserved(stroke)).toBe(expected) })

  it('is shown as its keys are lettered', () => {
    expect(capsOf('Mod+Shift+N', false)).toEqual(['Ctrl', 'Shift', 'N'])
    expect(capsOf('Mod+Shift+N', true)).toEqual(['⌘', '⇧', 'N'])
    expect(capsOf('Alt+ArrowLeft', false)).toEqual(['Alt', '←'])
    expect(capsOf('+', false)).toEqual(['+'])
    expect(capsOf('Mod++', false)).toEqual(['Ctrl', '+'])
  })
})
