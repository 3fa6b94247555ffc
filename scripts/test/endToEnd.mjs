import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runInForeground } from '../foreground.mjs'
import { readReport, reporting, tally } from './tally.mjs'
import { chooseTestUser } from './testUser.mjs'

/** Our environment without what names our own home, desktop or npm. */
const ordinary = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^(npm_|XDG_|DBUS_|SUDO_|USER$|LOGNAME$|MAIL$)/i.test(name)))

/** A desk that waits leaves most of a core to others, and a test waits much: two at a time, where there are two cores. */
const workers = () => Math.min(2, os.availableParallelism())

const command = (root, report, filters) => {
  const vitest = [
    path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'vitest.e2e.config.ts',
    // Any other way of loading it writes into the repository, which the ordinary user may not.
    '--configLoader', 'runner', `--maxWorkers=${workers()}`, ...reporting(report), ...filters,
  ]
  if (process.platform !== 'linux') return vitest
  return [path.join(root, 'e2e', 'desktop-session.mjs'), String(workers()), process.execPath, ...vitest]
}

/** What tests left to be looked at (pictures of failures) outlives the temporary folder. */
const keepResults = (folder, root) => {
  const results = path.join(folder, 'results')
  const kept = path.join(root, 'test-results', 'e2e')
  fs.rmSync(kept, { recursive: true, force: true })
  if (fs.existsSync(results)) fs.cpSync(results, kept, { recursive: true })
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
    const report = path.join(folder, 'report.json')
    const env = {
      ...(user ? { ...ordinary(process.env), HOME: folder, USER: 'clinic-test' } : process.env),
      TMPDIR: folder, CLINIC_E2E_TMP: folder, CLINIC_ELECTRON: electron, ...(sandboxed ? {} : { CLINIC_E2E_NO_SANDBOX: '1' }),
    }
    const code = await runInForeground(process.execPath, command(root, report, filters), { cwd: root, env, ...user })
    keepResults(folder, root)
    const found = readReport(report)
    return { ...tally(found, code), report: found }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
