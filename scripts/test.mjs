import { bootstrap } from './bootstrap.mjs'
import { explain } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { readTestArguments } from './test/readTestArguments.mjs'
import { testSteps } from './test/steps.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

/** Runs one step; what it throws counts as one failed test and is said in a sentence. */
const runStep = async (name, work) => {
  say(`\n── ${name}`)
  const begun = performance.now()
  const result = await work().catch((error) => {
    say(explain(error, { task: `The step ${name}`, place: repository }).message)
    return { passed: 0, failed: 1 }
  })
  return { name, ...result, seconds: (performance.now() - begun) / 1_000 }
}

/** End-to-end tests of a program that was not built would say nothing. */
const isPointless = (name, results) => name === 'e2e' && results.some((result) => result.name === 'build' && result.failed > 0)

const runAll = async () => {
  const { only, filters } = readTestArguments(process.argv.slice(2))
  const wantsElectron = only === null || only === 'e2e'
  const runtime = await bootstrap({ say, electron: wantsElectron, desktop: wantsElectron })
  const steps = testSteps({ root: repository, electron: runtime?.path, only, filters, say })
  const results = []
  for (const [name, work] of Object.entries(steps)) {
    if (only !== null && name !== only) continue
    if (isPointless(name, results)) say('\nThe end-to-end tests are left out, since the build failed.')
    else results.push(await runStep(name, work))
  }
  return results
}

const summary = ({ name, passed, failed, seconds }) =>
  `${name.padEnd(8)}${`${seconds.toFixed(1)} s`.padStart(8)}   ${passed} passed, ${failed} failed`

const results = await runAll().catch((error) => {
  say(explain(error, { task: 'Setting up the tests', place: repository }).message)
  return [{ name: 'set-up', passed: 0, failed: 1, seconds: performance.now() / 1_000 }]
})
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
say(`\n${results.map(summary).join('\n')}\n`)
say(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
