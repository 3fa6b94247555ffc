import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { wrongFuses } from './fuses.mjs'

export const program = '/opt/Clinic Reception/clinic-reception'

const switches = [
  'ignore-certificate-errors', 'remote-debugging-port=1', 'disable-web-security', 'no-sandbox', 'host-rules=MAP * 127.0.0.1',
  'proxy-server=127.0.0.1:1', 'js-flags=--expose-gc', 'load-extension=/tmp', 'renderer-cmd-prefix=env', 'gpu-launcher=env',
]

/** Starts it in a profile of its own and ends it after `timeout` milliseconds; how it ended and what it said. */
const start = (folder, words, { env = {}, timeout = 5000 } = {}) => {
  const ended = spawnSync(program, words, {
    env: { ...process.env, XDG_CONFIG_HOME: folder, ...env }, encoding: 'utf8', timeout, killSignal: 'SIGKILL',
  })
  return { code: ended.status, said: `${ended.stdout}${ended.stderr}` }
}

/** Tries to make the installed program run what is not its own. Answers what it withstood, [area, what] each; throws at what it did not. */
export const standsFirm = async (folder) => {
  const withstood = (area, is, what) => {
    if (!is) throw new Error(`Not so: ${what}`)
    return [area, what]
  }
  const wrong = await wrongFuses(program)
  const trace = path.join(folder, 'trace')
  const evil = path.join(folder, 'evil.cjs')
  fs.writeFileSync(evil, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`)
  start(folder, [evil], { env: { ELECTRON_RUN_AS_NODE: '1' } })
  start(folder, [], { env: { NODE_OPTIONS: `--require ${evil}` } })
  const inspected = start(folder, ['--inspect=127.0.0.1:0'])
  const refused = switches.map((each) => start(folder, [`--${each}`], { timeout: 30_000 }).code)
  return [
    withstood('fuses', wrong.length === 0, 'its fuses read back as they should be'),
    withstood('foreign-code', !fs.existsSync(trace), 'neither ELECTRON_RUN_AS_NODE nor NODE_OPTIONS runs foreign code in it'),
    withstood('foreign-code', !inspected.said.includes('Debugger listening'), 'no debugger gets into it'),
    withstood('switches', refused.every((code) => code === 2), `it does not start with any of ${switches.length} dangerous switches`),
  ]
}
