import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from '@renderer/ui/folded'
import { likenessKey, nearDuplicates } from './nearDuplicate'

const word = fc.constantFrom('Ada', 'Roe', 'José', 'Núñez', 'Okafor', 'Li', 'Wei', 'Schäfer', 'अनीता', 'शर्मा', 'ليلى', 'حسن', 'Åsa', 'Zoë')
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
const title = fc.constantFrom('', 'Dr. ', 'dr ', 'Prof. ', 'PROF. DR. ', 'Mr. ', 'Mrs ', 'Ms. ', 'Doctor ', 'डॉ. ', 'د. ')
const space = fc.constantFrom(' ', '  ', '\u00a0', '\t', ', ')
const spelling = fc.constantFrom<(text: string) => string>(
  (text) => text, (text) => text.toUpperCase(), (text) => text.toLowerCase(), (text) => text.normalize('NFD'),
  (text) => text.replace(/\p{Script=Latin}\p{Mn}*/gu, (letter) => letter.normalize('NFD')[0]!),
)

describe('likenessKey', () => {
  it('is the same however a name is titled, spaced, spelt in case and accents, and ordered', () => {
    const variant = words.chain((own) => fc.record({
      own: fc.constant(own), order: fc.shuffledSubarray(own, { minLength: own.length }), title, space, spell: spelling,
    }))
    fc.assert(fc.property(variant, ({ own, order, title, space, spell }) => {
      expect(likenessKey(` ${title}${spell(order.join(space))} `)).toBe(likenessKey(own.join(' ')))
    }))
  })

  it('tells names of other words apart', () => {
    fc.assert(fc.property(words, words, (one, other) => {
      fc.pre([...one].sort().join() !== [...other].sort().join())
      expect(likenessKey(one.join(' '))).not.toBe(likenessKey(other.join(' ')))
    }))
  })

  it('never leaves a name without a key', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(likenessKey(name) === '').toBe(name.trim() === '')
    }))
    expect(likenessKey('Dr.')).not.toBe(likenessKey('Prof.'))
    expect(likenessKey('!!!')).not.toBe(likenessKey('???'))
  })
})

describe('nearDuplicates', () => {
  const names = ['Dr. Ada Roe', 'ROE, Ada', 'Ada Rowe', 'Dr. José Núñez', 'Seán O’Neill', 'डॉ. अनीता शर्मा', 'Ada Roe-Li']

  it.each([
    ['ada  roe', [0, 1]],
    ['Prof. Jose Nunez', [3]],
    ["Sean O'Neill", [4]],
    ['शर्मा अनीता', [5]],
    ['Li Ada Roe', [6]],
    ['Roe', []],
    ['', []],
  ])('finds for %j the places %j', (name, places) => {
    expect(nearDuplicates(name, names.map(folded))).toEqual(places)
  })

  it('finds one among 80,000 names', () => {
    const many = Array.from({ length: 80_000 }, (_, index) => folded(`Dr. Person ${index} Núñez`))
    expect(nearDuplicates('nunez person 79999', many)).toEqual([79_999])
  })
})
