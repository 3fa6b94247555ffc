import { expect, it } from 'vitest'
import { typedHours } from './typedHours'

it('reads two whole hours', () => {
  expect(typedHours({ from: ' 8', to: '24 ' })).toEqual({ from: 8, to: 24, wrong: { from: undefined, to: undefined } })
})

it.each([['', '13'], ['24', '13'], ['8.5', '13'], ['eight', '13'], ['-1', '13']])('says what %j may be', (from, to) => {
  expect(typedHours({ from, to }).wrong).toEqual({ from: { min: 0, max: 23 }, to: undefined })
})

it('wants the second after the first, and leaves it out only where that is allowed', () => {
  expect(typedHours({ from: '8', to: '8' }).wrong.to).toEqual({ min: 9, max: 24 })
  expect(typedHours({ from: '8', to: '' }).wrong.to).toEqual({ min: 9, max: 24 })
  expect(typedHours({ from: '8', to: ' ' }, true)).toEqual({ from: 8, to: undefined, wrong: { from: undefined, to: undefined } })
  expect(typedHours({ from: '8', to: '7' }, true).wrong.to).toEqual({ min: 9, max: 24 })
})
