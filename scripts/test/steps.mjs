import fs from 'node:fs'
import path from 'node:path'
import { npm } from '../bootstrap/npm.mjs'
import { build, ensureBuilt } from '../build.mjs'
import { runEndToEnd } from './endToEnd.mjs'
import { lookAgain } from './lookAgain.mjs'
import { readReport, reporting, tally } from './tally.mjs'

const knipFiles = ['knip.json', 'knip.jsonc', 'knip.js', 'knip.ts', 'knip.config.js', 'knip.config.ts']

const one = (passed) => passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** A script of package.json that passes or fails as a whole. */
const script = async (root, name) => {
  const { code } = await npm(['run', name, '--silent'], { cwd: root, show: true })
  return one(code === 0)
}

/** Runs the unit tests of the files that the filters name, once: { report, code }. */
const unitOnce = async (root, filters) => {
  const report = path.join(root, 'test-results', 'unit.json')
  fs.rmSync(report, { force: true })
  const { code } = await npm(['run', 'unit', '--silent', '--', ...reporting(report), ...filters], { cwd: root, show: true })
  return { report: readReport(report), code }
}

const unit = async (root, filters, say) => {
  const { report, code } = await lookAgain(await unitOnce(root, filters), (files) => unitOnce(root, files), { step: 'unit', root, say })
  return tally(report, code)
}

const buildAll = async (root) => {
  await build(root, { show: true })
  return one(true)
}

/**
 * The steps of `npm test` by name: each answers { passed, failed } or throws. `only` is the single step that was asked for, or null:
 * filters then go to it, else to the end-to-end tests, which build for themselves only when nothing else did.
 */
export const testSteps = ({ root, electron, only, filters, say }) => ({
  lint: () => script(root, 'lint'),
  types: () => script(root, 'types'),
  ...(knipFiles.some((name) => fs.existsSync(path.join(root, name))) ? { unused: () => script(root, 'unused') } : {}),
  unit: () => unit(root, only === 'unit' ? filters : [], say),
  build: () => buildAll(root),
  e2e: async () => {
    await ensureBuilt(root, say)
    return runEndToEnd(electron, { root, filters, say })
  },
})
