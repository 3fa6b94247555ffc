import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from './folded'

describe('folded', () => {
  it.each([
    ['  Dr.  José\tNÚÑEZ ', 'dr. jose nunez'],
    ['Ελένη Παπαδοπούλου', 'ελενη παπαδοπουλου'],
    ['İpek', 'ipek'],
    ['<b>Bold</b>', '<b>bold</b>'],
    ['👩‍⚕️ Roe', '👩‍⚕️ roe'],
  ])('folds %j to %j', (name, expected) => {
    expect(folded(name)).toBe(expected)
  })

  it.each([['की', 'के'], ['सु', 'सू'], ['مُنير', 'منير'], ['آدم', 'ادم']])('tells %s from %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other))
  })

  it('does not care whether letters came composed or not, and folds what is folded to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const once = folded(name)
      expect(folded(name.normalize('NFD'))).toBe(once)
      expect(folded(once)).toBe(once)
    }))
  })
})
