import fs from 'node:fs'
import path from 'node:path'

/**
 * Counts a vitest JSON report: { passed, failed }. A file that could not even be loaded counts as one failed test, and so does
 * a run that ended with an error and without any failed test (an unhandled rejection, no report at all).
 */
export const tally = (report, code) => {
  const broken = (report?.testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numFailedTests ?? 0) + broken
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** The files of a vitest JSON report in which something failed. */
export const failedFiles = (report) => (report?.testResults ?? []).filter((file) => file.status === 'failed').map((file) => file.name)

/** What failed, a line each: the file and the test's whole name, or why the file could not be run. */
export const failures = (report) => (report?.testResults ?? []).filter((file) => file.status === 'failed').flatMap((file) => {
  const tests = file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)
  return (tests.length > 0 ? tests : [file.message || 'could not be run']).map((words) => `${path.basename(file.name)}: ${words}`)
})

const count = (files, status) => files.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length

/**
 * Lays a second run of the files that failed over the first: { report, code }. The second run's word counts for the files that it ran,
 * and a file that it lost stays failed.
 */
export const withSecondLook = (first, second) => {
  const again = new Map((second.report?.testResults ?? []).map((file) => [file.name, file]))
  const testResults = first.report.testResults.map((file) => again.get(file.name) ?? file)
  return {
    report: { ...first.report, testResults, numPassedTests: count(testResults, 'passed'), numFailedTests: count(testResults, 'failed') },
    code: second.code,
  }
}

/** Reads the report that vitest wrote; null when there is none or it was cut off. */
export const readReport = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Arguments that make vitest show its progress and write its report. */
export const reporting = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
