import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing.mjs'
import { readReport, tally } from './tally.mjs'

const report = (passed, failed, files = []) => ({ numPassedTests: passed, numFailedTests: failed, testResults: files })
const broken = { status: 'failed', assertionResults: [] }

describe('tally', () => {
  it('counts tests', () => {
    expect(tally(report(7, 0), 0)).toEqual({ passed: 7, failed: 0 })
    expect(tally(report(7, 2), 1)).toEqual({ passed: 7, failed: 2 })
  })

  it('counts a file that could not be loaded as a failed test', () => {
    expect(tally(report(7, 1, [broken, { status: 'failed', assertionResults: [{}] }]), 1)).toEqual({ passed: 7, failed: 2 })
  })

  it('never calls a run green that ended with an error', () => {
    expect(tally(report(7, 0), 1)).toEqual({ passed: 7, failed: 1 })
    expect(tally(null, null)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('readReport', () => {
  it('takes a missing or cut off report for none', () => {
    const folder = temporaryFolder()
    writeFiles(folder, { 'cut.json': '{"numPassed' })
    expect(readReport(path.join(folder, 'cut.json'))).toBeNull()
    expect(readReport(path.join(folder, 'none.json'))).toBeNull()
  })
})
