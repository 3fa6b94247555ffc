import path from 'node:path'
import { failedFiles, failures, withSecondLook } from './tally.mjs'

/**
 * A shared machine may stop for seconds in the middle of a step, and a file's tests may build on each other. Where nobody watches, a file
 * that failed is run again from its beginning: what fails three times in a row is a failure. What is broken everywhere is not tried
 * again.
 */
const ATTEMPTS = process.env['CI'] ? 3 : 1
const WORTH_ANOTHER = 8

/**
 * Runs the files of `first` ({ report, code }) again in which something failed, and says so, with what failed in them.
 * `anew` runs the named files and answers { report, code }. Answers the whole: the last word on each file counts.
 */
export const lookAgain = async (first, anew, { step, root, say, attempts = ATTEMPTS }) => {
  let whole = first
  const tell = () => failures(whole.report).forEach((line) => say(`   ${line}`))
  for (let times = 2; times <= attempts; times++) {
    const files = failedFiles(whole.report)
    if (files.length === 0 || files.length > WORTH_ANOTHER) break
    const names = files.map((file) => path.relative(root, file))
    say(`\n── ${step}, attempt ${times} of ${attempts}: ${names.join(', ')}`)
    tell()
    whole = withSecondLook(whole, await anew(names))
    const passed = names.filter((_, place) => !failedFiles(whole.report).includes(files[place]))
    if (passed.length > 0) say(`\nPassed only at attempt ${times}: ${passed.join(', ')}`)
  }
  if (whole.code !== 0) say(`\nFailed in ${step}:`)
  if (whole.code !== 0 && failedFiles(whole.report).length === 0) say('   an error outside the tests; what the run printed last says which.')
  tell()
  return whole
}
