import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { npm } from './bootstrap/npm.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { electronegativity } from './security/electronegativity.mjs'
import { answerSearches } from './security/memory.mjs'
import { filesOf, requirements } from './security/requirements.mjs'
import { scansOf } from './security/scans.mjs'
import { triedPackage } from './security/tried.mjs'
import { tableOf, verdicts } from './security/verdicts.mjs'
import { runEndToEnd } from './test/endToEnd.mjs'
import { readReport, reporting } from './test/tally.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

const unitReport = async () => {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-security-')), 'unit.json')
  await npm(['run', 'unit', '--silent', '--', ...reporting(report), ...filesOf('src/')], { cwd: repository, show: true })
  return readReport(report)
}

/** Where proofs ask for what only root may do: to look into a process's memory. Undefined where we are not root. */
const memoryDesk = () => {
  if (process.platform !== 'linux' || process.getuid() !== 0) return undefined
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-memory-'))
  fs.chmodSync(folder, 0o1777)
  return folder
}

// npm run security: each requirement by its own test against the running app or its files, with its figure.
await runScript(async () => {
  Object.assign(process.env, { CLINIC_SECURITY: '1', CLINIC_SECURITY_ANSWERS: process.env.CLINIC_SECURITY_ANSWERS ?? '2000' })
  process.env.CLINIC_SECURITY_CALLS ??= '10000'
  const { path: electron } = await bootstrap({ say, desktop: true })
  await ensureBuilt(repository, say)
  const units = await unitReport()
  const memory = memoryDesk()
  if (memory) process.env.CLINIC_SECURITY_MEMORY = memory
  const stop = memory && answerSearches(memory)
  const { report } = await runEndToEnd(electron, { root: repository, filters: filesOf('e2e/'), say })
  stop?.()
  const scans = { ...scansOf(repository), electronegativity: await electronegativity(repository) }
  const seen = { reports: [units, report], scans, root: repository, tried: triedPackage(repository) }
  const found = verdicts(requirements, seen)
  const count = (result) => found.filter((each) => each.result === result).length
  say(`\n${tableOf(found)}\n\n${count('proven')} proven, ${count('FAILED')} failed, ${count('open')} open`)
  return count('FAILED') === 0 ? 0 : 1
})
