import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runInForeground } from '../foreground.mjs'
import { lookAgain } from './lookAgain.mjs'
import { readReport, reporting, tally } from './tally.mjs'
import { chooseTestUser } from './testUser.mjs'

/** Our environment without what names our own home, desktop or npm. */
const ordinary = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^(npm_|XDG_|DBUS_|SUDO_|USER$|LOGNAME$|MAIL$)/i.test(name)))

/** A desk that waits leaves most of a core to others, and a test waits much: two at a time, where there are two cores. */
const WORKERS = Math.min(2, os.availableParallelism())

const command = (root, report, filters, workers) => {
  const vitest = [
    path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'vitest.e2e.config.ts',
    // Any other way of loading it writes into the repository, which the ordinary user may not.
    '--configLoader', 'runner', `--maxWorkers=${workers}`, ...reporting(report), ...filters,
  ]
  if (process.platform !== 'linux') return vitest
  return [path.join(root, 'e2e', 'desktop-session.mjs'), String(workers), process.execPath, ...vitest]
}

/** What tests left to be looked at (pictures of failures) outlives the temporary folder. */
const keepResults = (folder, root) => {
  const results = path.join(folder, 'results')
  const kept = path.join(root, 'test-results', 'e2e')
  fs.rmSync(kept, { recursive: true, force: true })
  if (fs.existsSync(results)) fs.cpSync(results, kept, { recursive: true })
}

/** A program that was killed may leave a process that writes for a moment longer; what it wrote says nothing about the tests. */
const remove = (folder, say) => {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  } catch (error) {
    say(`${folder} could not be removed: ${error.message}`)
  }
}

/** Runs the files that the filters name, once: { report, code }. */
const attempt = async (run, filters, workers) => {
  fs.rmSync(run.report, { force: true })
  const { root, env, user, report } = run
  const code = await runInForeground(process.execPath, command(root, report, filters, workers), { cwd: root, env, ...user })
  return { report: readReport(report), code }
}

/**
 * Runs the end-to-end suite against the built app in the given Electron, on Linux on a desktop of its own.
 * Answers { passed, failed } and vitest's report.
 */
export const runEndToEnd = async (electron, { root, filters, say }) => {
  const { user, sandboxed, line } = await chooseTestUser([
    path.join(root, 'package.json'), path.join(root, 'out', 'main', 'index.js'), path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), electron,
  ])
  say(line)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-e2e-'))
  try {
    if (user) fs.chownSync(folder, user.uid, user.gid)
    const env = {
      ...(user ? { ...ordinary(process.env), HOME: folder, USER: 'clinic-test' } : process.env),
      TMPDIR: folder, CLINIC_E2E_TMP: folder, CLINIC_ELECTRON: electron, ...(sandboxed ? {} : { CLINIC_E2E_NO_SANDBOX: '1' }),
    }
    const run = { root, user, env, report: path.join(folder, 'report.json') }
    const anew = (files) => attempt(run, files, 1)
    const { report, code } = await lookAgain(await attempt(run, filters, WORKERS), anew, { step: 'e2e', root, say })
    keepResults(folder, root)
    return { ...tally(report, code), report }
  } finally {
    remove(folder, say)
  }
}
