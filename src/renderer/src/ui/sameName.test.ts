import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameName } from './sameName'

it.each([
  ['cardiology', 'Cardiology', true],
  ['  Cardiology ', 'Cardiology', true],
  ['Cardio  logy', 'Cardio logy', true],
  ['Ca\u0301rdio', 'Cárdio', true],
  ['Cardio', 'Cárdio', false],
  ['', 'Cardiology', false],
  ['Cardio', 'Cardiology', false],
])('compares %j with %j: %s', (typed, name, same) => { expect(sameName(typed, name)).toBe(same) })

it('takes every name for itself, in any Unicode form and with spaces around', () => {
  const form = fc.constantFrom('NFC' as const, 'NFD' as const)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), form, (name, to) => { expect(sameName(` ${name.normalize(to)}\t`, name)).toBe(true) }))
})
