import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { logEvents } from './events'
import { lineOf } from './lineOf'

const main = path.resolve(import.meta.dirname, '..')
const sources = readdirSync(main, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^testing\//.test(name))
  .map((name) => readFileSync(path.join(main, name), 'utf8'))
/** First arguments of all calls of the log: a literal, or a template that begins with one. */
const logged = sources.flatMap((text) => [...text.matchAll(/\b(?:log|programLog)\.(?:info|warn)\(\s*(\S[^,)]*)/g)].map(([, first]) => first!))
const names = Object.keys(logEvents)
const fits = (first: string) => names.filter((name) => first === `'${name}'` || (/^`[\w.]+\$\{/.test(first) && name.startsWith(first.slice(1).split('${')[0]!)))

it('is a closed set: every call of the log names one of its events, and each event is logged somewhere', ({ task }) => {
  expect(logged.length).toBeGreaterThan(30)
  expect(logged.filter((first) => fits(first).length === 0)).toEqual([])
  expect(names.filter((name) => !logged.some((first) => fits(first).includes(name)))).toEqual([])
  Object.assign(task.meta, { figure: `${names.length} events, ${logged.length} places` })
})

it('is what the file’s writer lets through, whatever it is given', () => {
  expect(lineOf('cache.failing', { why: 'full' })).toBe('cache.failing why=full')
  expect(lineOf('somebody said', { name: 'Asha' })).toBe('log.unknown')
  expect(lineOf('toString')).toBe('log.unknown')
  expect(lineOf('session.signedOut', { email: 'asha@clinic.example', name: 'Asha' })).toBe('session.signedOut')
  expect(lineOf('fault', { where: 'a\n2026-11-23 info session.signedIn', name: 'x'.repeat(500) })).toBe(
    `fault where=a [number] info session.signedIn name=${'x'.repeat(160)}`)
})
