import { expect, it } from 'vitest'
import { filesOf, requirements } from './requirements.mjs'
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

it('says the figure of each', () => {
  const found = verdicts(rows([proof]), { reports: [report(test('it holds', 'passed', '7 of 7'))], scans: {}, root: '/r' })
  expect(tableOf(found)).toBe('   1  a claim  proven  1 of 1 checks; 7 of 7')
})

it('has all 59 requirements, and files that are there', () => {
  expect(requirements.filter(({ row }) => typeof row === 'number').map(({ row }) => row)).toEqual(Array.from({ length: 59 }, (_, at) => at + 1))
  expect(filesOf('e2e/').length).toBeGreaterThan(5)
})
