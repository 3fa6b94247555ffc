import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing.mjs'
import { filesOf, requirements } from './requirements.mjs'
import { triedPackage } from './tried.mjs'
import { tableOf, verdicts } from './verdicts.mjs'

const test = (fullName, status, figure) => ({ fullName, status, meta: figure ? { figure } : {} })
const report = (...tests) => ({ testResults: [{ name: '/r/src/a.test.ts', assertionResults: tests }] })
const rows = (proofs, open = '') => [{ row: 1, claim: 'a claim', proofs, open }]
const judged = (proofs, reports = [], scans = {}) => verdicts(rows(proofs), { reports, scans, root: '/r' })[0].result
const proof = { file: 'src/a.test.ts', title: 'holds' }

it('takes what passed for proven, and nothing else', () => {
  expect(judged([proof], [report(test('it holds', 'passed'))])).toBe('proven')
  expect(judged([proof], [report(test('it holds', 'failed'))])).toBe('FAILED')
  expect(judged([proof], [report(test('it holds', 'skipped'))])).toBe('FAILED')
  expect(judged([proof], [report(test('another', 'passed'))])).toBe('FAILED')
  expect(judged([proof], [null])).toBe('FAILED')
  expect(judged([{ scan: 's' }], [], { s: { found: [], looked: '' } })).toBe('proven')
  expect(judged([{ scan: 's' }], [], { s: { found: ['x'], looked: '' } })).toBe('FAILED')
  expect(judged([{ scan: 'none' }])).toBe('FAILED')
  expect(judged([])).toBe('open')
})

it('takes the installed package’s word where it was tried, and says so where it was not', () => {
  const of = (proofs, tried) => verdicts(rows(proofs), { reports: [], scans: { s: { found: [], looked: 'x' } }, root: '/r', tried })[0]
  const tried = { said: 'installed package 1', areas: { fuses: ['a', 'b'] } }
  expect(of([{ packaged: ['fuses'] }])).toMatchObject({ result: 'open', figure: 'on the installed package: run npm run try-package' })
  expect(of([{ packaged: ['fuses'] }], tried)).toMatchObject({ result: 'proven', figure: '1 of 1 checks; installed package 1: 2 things seen to be so' })
  expect(of([{ packaged: ['fuses', 'switches'] }], tried).result).toBe('FAILED')
  expect(of([{ scan: 's' }, { packaged: ['fuses'] }])).toMatchObject({ result: 'proven' })
})

it('reads what try-package left', () => {
  const folder = temporaryFolder()
  expect(triedPackage(folder)).toBeUndefined()
  fs.mkdirSync(path.join(folder, 'dist'))
  const claims = [{ area: 'fuses', what: 'one' }, { area: 'sbom', what: 'two' }, { area: 'fuses', what: 'three' }]
  const file = path.join(folder, 'dist', 'try-package.json')
  fs.writeFileSync(file, JSON.stringify({ commit: '0123456789abcdef', version: '0.1.0', figures: {}, claims }))
  const now = fs.statSync(file).mtimeMs + 2.5 * 3_600_000
  expect(triedPackage(folder, now)).toEqual({
    said: 'installed package 0.1.0 of commit 01234567, 2 h ago', areas: { fuses: ['one', 'three'], sbom: ['two'] },
  })
})

it('says the figure of each', () => {
  const found = verdicts(rows([proof]), { reports: [report(test('it holds', 'passed', '7 of 7'))], scans: {}, root: '/r' })
  expect(tableOf(found)).toBe('   1  a claim  proven  1 of 1 checks; 7 of 7')
})

it('has all 59 requirements, and files that are there', () => {
  expect(requirements.filter(({ row }) => typeof row === 'number').map(({ row }) => row)).toEqual(Array.from({ length: 59 }, (_, at) => at + 1))
  expect(filesOf('e2e/').length).toBeGreaterThan(5)
})
