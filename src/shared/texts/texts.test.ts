import { describe, expect, it } from 'vitest'
import { insertion } from './insertion'
import { languageOf, localeOf, weekStartOf } from './languages'
import { latinDigits } from './latinDigits'
import { pluralForm } from './pluralForm'
import { pseudoTexts } from './pseudoText'
import { times } from './times'

const english = localeOf({ language: 'en', digits: 'language', hours: 'h23' })
const arabic = localeOf({ language: 'ar', digits: 'language', hours: 'h23' })

describe('the language', () => {
  it.each([
    [['fr-FR', 'hi-IN', 'en'], 'hi'], [['es-419'], 'es'], [['AR'], 'ar'], [['de'], 'en'], [[], 'en'],
  ] as const)('is the first of %j that there is: %s', (system, language) => {
    expect(languageOf('system', system)).toBe(language)
  })

  it('is the chosen one, whatever the system speaks', () => {
    expect(languageOf('es', ['hi-IN'])).toBe('es')
    expect(languageOf('pseudo', ['hi-IN'])).toBe('en')
  })

  it('decides the digits unless they are chosen', () => {
    const written = (language: 'en' | 'hi' | 'ar', digits: 'language' | 'latin' | 'own') =>
      new Intl.NumberFormat(localeOf({ language, digits, hours: 'h23' })).format(15)
    expect([written('en', 'own'), written('hi', 'language'), written('hi', 'own'), written('ar', 'language'), written('ar', 'latin')])
      .toEqual(['15', '15', '१५', '١٥', '15'])
  })

  it('decides the first weekday unless it is chosen', () => {
    expect([weekStartOf('language', 'en'), weekStartOf('language', 'hi'), weekStartOf('language', 'ar'), weekStartOf('monday', 'ar')]).toEqual([1, 7, 6, 1])
  })
})

describe('the plural form', () => {
  it.each([
    ['en', 2, [0, 1, 2], [1, 0, 1]],
    ['en', 3, [0, 1, 2], [0, 1, 2]],
    ['es', 2, [0, 1, 2, 1_000_000], [1, 0, 1, 1]],
    ['hi', 2, [0, 1, 2], [0, 0, 1]],
    ['hi', 3, [0, 1, 2], [0, 1, 2]],
    ['ar', 6, [0, 1, 2, 3, 10, 11, 99, 100, 102, 103], [0, 1, 2, 3, 3, 4, 4, 5, 5, 3]],
  ] as const)('of %s with %i forms for %j', (language, forms, counts, expected) => {
    expect(counts.map((count) => pluralForm(language, count, forms))).toEqual(expected)
  })
})

describe('a time', () => {
  it('counts 24 hours as the board does, in the language’s digits', () => {
    expect([times(english).range(40_380, 40_740), times(english).clock(86_400)]).toEqual(['11:13 – 11:19', '24:00'])
    expect(times(arabic).range(40_380, 40_740)).toBe('١١:١٣ – ١١:١٩')
  })

  it('counts twelve hours where that is chosen', () => {
    const { clock, range } = times(localeOf({ language: 'en', digits: 'language', hours: 'h12' }))
    expect([clock(54_900), clock(0), range(39_600, 46_800)].map((text) => text.replaceAll(/[\u2009\u202f\u00a0]/g, ' '))).toEqual(['3:15 pm', '12:00 am', '11:00 am – 1:00 pm'])
  })
})

it('puts numbers into a text in its digits, and names so that they do not turn its words', () => {
  expect([insertion(arabic, true)(15), insertion(arabic, true)('Dr. Roe'), insertion(english, false)('د')]).toEqual(['١٥', '\u2068Dr. Roe\u2069', 'د'])
})

it('reads the digits of three scripts', () => {
  expect(latinDigits('٣٠/١١ ۹:१५')).toBe('30/11 9:15')
})

it('makes strange and longer words of English, and leaves alone what is put into them', () => {
  expect(pseudoTexts({ a: { b: '{n} slot | {n} slots', c: '12' } })).toEqual({ a: { b: '{n} šļóţ ~ | {n} šļóţš ~', c: '12' } })
})
