import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedName } from './foldedName'

describe('foldedName', () => {
  it.each([
    ['  Dr.  José\tNÚÑEZ ', 'dr. jose nunez'],
    ['Ελένη Παπαδοπούλου', 'ελενη παπαδοπουλου'],
    ['İpek', 'ipek'],
    ['<b>Bold</b>', '<b>bold</b>'],
    ['👩‍⚕️ Roe', '👩‍⚕️ roe'],
  ])('folds %j to %j', (name, folded) => {
    expect(foldedName(name)).toBe(folded)
  })

  it.each([['की', 'के'], ['सु', 'सू'], ['مُنير', 'منير'], ['آدم', 'ادم']])('tells %s from %s', (one, other) => {
    expect(foldedName(one)).not.toBe(foldedName(other))
  })

  it('does not care whether letters came composed or not, and folds what is folded to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const folded = foldedName(name)
      expect(foldedName(name.normalize('NFD'))).toBe(folded)
      expect(foldedName(folded)).toBe(folded)
    }))
  })
})
