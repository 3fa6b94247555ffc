import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing.mjs'
import { failedFiles, readReport, tally, withSecondLook } from './tally.mjs'

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

describe('a second look', () => {
  const file = (name, ...tests) => ({
    name, status: tests.every((test) => test === 'passed') ? 'passed' : 'failed', assertionResults: tests.map((status) => ({ status })),
  })
  const of = (...testResults) => ({ numPassedTests: 0, numFailedTests: 0, testResults })
  const first = { report: of(file('board', 'passed', 'passed'), file('tray', 'passed', 'failed'), file('lock', 'failed')), code: 1 }

  it('is for the files in which something failed', () => {
    expect(failedFiles(first.report)).toEqual(['tray', 'lock'])
    expect(failedFiles(null)).toEqual([])
  })

  it('counts in their place', () => {
    const { report, code } = withSecondLook(first, { report: of(file('tray', 'passed', 'passed'), file('lock', 'passed')), code: 0 })
    expect(tally(report, code)).toEqual({ passed: 5, failed: 0 })
  })

  it('leaves failed what fails again, and what it lost', () => {
    const failed = withSecondLook(first, { report: of(file('tray', 'passed', 'failed')), code: 1 })
    expect(failedFiles(failed.report)).toEqual(['tray', 'lock'])
    expect(tally(failed.report, failed.code)).toEqual({ passed: 3, failed: 2 })
    const nothing = withSecondLook(first, { report: null, code: null })
    expect(tally(nothing.report, nothing.code)).toEqual({ passed: 3, failed: 2 })
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
