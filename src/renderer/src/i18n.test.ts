import { describe, expect, it } from 'vitest'
import ar from '@shared/locales/ar.json'
import en from '@shared/locales/en.json'
import es from '@shared/locales/es.json'
import hi from '@shared/locales/hi.json'
import { formsOf } from '@shared/texts/pluralForm'
import { formsIn, parametersOf, textsOf } from './testing/textsOf'

const sourcesOf = (files: Record<string, string>) => Object.entries(files)
const renderer = sourcesOf(import.meta.glob<string>(['./**/*.{ts,vue}', '!./**/*.test.ts'], { query: '?raw', import: 'default', eager: true }))
const elsewhere = sourcesOf(import.meta.glob<string>(['../../main/**/*.ts', '../../shared/**/*.ts', '!../../**/*.test.ts'], { query: '?raw', import: 'default', eager: true }))
const texts = textsOf(en)
const keys = Object.keys(texts)

/** What `t` is called with: a whole key, or one with holes. */
const asked = renderer.flatMap(([file, source]) =>
  [...source.matchAll(/\bt\(\s*(?:'([\w.]+)'|`([\w.]+\.?(?:\$\{[^}]*\}[\w.]*)+)`)/g)].map((match) => ({ file, key: (match[1] ?? match[2])! })))

/** A key with holes, each of which stands for one or more parts. */
const pattern = (key: string) => new RegExp(`^${key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`)
/** Keys in quotes anywhere, and those with holes: some are handed on before they are asked for. */
const named = [...new Set(renderer.flatMap(([, source]) =>
  [...source.matchAll(/['"`]([a-z]\w*\.(?:[\w.]|\$\{[^}]*\})+)['"`]/gi)].map(([, key]) => key!)))]
/** Main takes texts off the tree: `texts.tray.open`, `{ say, texts: { tray } }`. */
const taken = new Set(elsewhere.flatMap(([, source]) => [...source.matchAll(/\b(\w+)\b/g)].map(([word]) => word)))

it('reads the sources', () => {
  expect([asked.length > 500, elsewhere.length > 100, Object.keys(texts).length > 1000]).toEqual([true, true, true])
})

it('has a text for every key in use', () => {
  const keysOf = (key: string) => key.includes('$') ? keys.filter((each) => pattern(key).test(each)) : keys.filter((each) => each === key)
  expect([...new Set(asked.map(({ key }) => key))].filter((key) => keysOf(key).length === 0)).toEqual([])
})

it('uses every text', () => {
  const isTaken = (key: string) => key.split('.').every((part) => taken.has(part)) && OF_MAIN.test(key)
  const whole = new Set(named)
  const patterns = named.filter((key) => key.includes('$')).map(pattern)
  expect(keys.filter((key) => !whole.has(key) && !patterns.some((used) => used.test(key)) && !isTaken(key))).toEqual([])
})

it('fills in everything that a text has a place for', () => {
  const calls = renderer.flatMap(([file, source]) => [...source.matchAll(/\bt\('([\w.]+)'(?:\)|, \{ ([^}]*) \}(, )?)/g)]
    .map(([, key, given = '', isCounted]) =>
      ({ file, key: key!, isWhole: !given.includes('...'), given: [...namesIn(given), ...isCounted ? ['n'] : []] })))
  const wrong = calls.filter(({ key, given, isWhole }) => isWhole && parametersOf(texts[key] ?? '').some((name) => !given.includes(name)))
  expect(calls.length).toBeGreaterThan(300)
  expect(wrong).toEqual([])
})

/** What no translation changes: names, examples, placeholders with what joins them. */
const SAME = /^(app\.(name|windowTitle|windowCount)|settings\.(electron|chromium)|planner\.placeholder|shell\.account)$/
const words = (text: string) => text.replace(/\{[^}]*\}|\|/g, '').replace(/Clinic Reception|PDF|CSV|Esc|Enter|Ctrl\+Shift\+\w|https?:\S*|clinic\.example|[\w.]+@\S+/g, '')

describe.each([['hi', hi, /\p{Script=Devanagari}/u], ['es', es, /\p{Script=Latin}/u], ['ar', ar, /\p{Script=Arabic}/u]] as const)('%s', (language, file, script) => {
  const own = textsOf(file)
  const failing = (isWrong: (text: string, key: string) => boolean) =>
    keys.filter((key) => own[key] !== undefined && isWrong(own[key], key)).map((key) => `${key}: ${own[key]}`)

  it('has the keys of the English file, in its order', () => {
    expect(Object.keys(own)).toEqual(keys)
  })

  it('says something wherever English does', () => {
    expect(failing((text, key) => (text.trim() === '') !== (texts[key]!.trim() === ''))).toEqual([])
  })

  it('has all of its plural forms, and a form for none where English has one or the language knows none', () => {
    expect(failing((text, key) => {
      const wanted = formsIn(texts[key]!).length
      if (wanted === 1) return formsIn(text).length !== 1
      return formsIn(text).length !== Math.max(formsOf(language), wanted - formsOf('en') + formsOf(language) - (language === 'ar' ? 1 : 0))
    })).toEqual([])
  })

  it('puts in what English puts in', () => {
    expect(failing((text, key) => parametersOf(text).join() !== parametersOf(texts[key]!).join())).toEqual([])
  })

  // A form for one, two or none may say the number in words, or leave it out; whatever else a text puts in is in each of its forms.
  it('puts it into every form', () => {
    expect(failing((text, key) => {
      const needed = parametersOf(formsIn(texts[key]!).at(-1)!)
      const forms = formsIn(text)
      const exact = (form: string) => needed.some((name) => !parametersOf(form).includes(name))
      return exact(forms.at(-1)!) || (language === 'hi' && forms.length === 2 && exact(forms[0]!) && needed.includes('n'))
    })).toEqual([])
  })

  it('is written in its own script', () => {
    expect(failing((text, key) => !SAME.test(key) && /\p{L}{2}/u.test(words(texts[key]!)) && !script.test(words(text)))).toEqual([])
  })

  it('is not English', () => {
    const isLong = (text: string) => words(text).trim().split(/\s+/).length > 3
    expect(failing((text, key) => !SAME.test(key) && isLong(text) && text === texts[key])).toEqual([])
  })

  it('has no spaces too many', () => {
    expect(failing((text) => / {2}|^ | $/.test(text.replace(/^ (?=\S)/, '')))).toEqual([])
  })
})

const namesIn = (given: string) => [...given.matchAll(/(?:^|, )(\w+)(?=[:,]|$)/g)].map(([, name]) => name!)

/** The parts of the file that main says. */
const OF_MAIN = /^(app|menu|tray|alerts|handOver|wall|sheets\.(paper|csv|ics)|pack\.title|signOut|stamp|calendar\.unnamed|callRequests\.nameless)\b/
