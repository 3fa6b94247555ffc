import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SetupFailure } from '../bootstrap/failure.mjs'

const startTime = 60_000
const patience = 5_000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Playwright ends this process on a signal before anything else could be put away; here we do that ourselves. */
const keepSignals = async (work) => {
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]))
  const result = await work()
  for (const [signal, listeners] of before) {
    for (const added of process.listeners(signal).filter((listener) => !listeners.includes(listener))) process.off(signal, added)
  }
  return result
}

const launch = async (electron, { root, sandboxed, rest, env, profile }) => {
  const { _electron } = await import('playwright-core')
  const args = ['--disable-gpu', `--user-data-dir=${profile}`, root, ...rest]
  try {
    const how = { executablePath: electron, args, chromiumSandbox: sandboxed, env, timeout: startTime }
    return await keepSignals(() => _electron.launch(how))
  } catch (error) {
    throw new SetupFailure(`Electron could not be started: ${error.message.split('\n')[0]}`, `Start it by hand to see why: ${electron} ${root}`)
  }
}

/** A profile of its own, and what takes it away. */
const newProfile = () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-profile-'))
  return { profile, remove: () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 }) }
}

/**
 * Opens the app under our control, with an empty profile of its own unless one is given. Answers { page, evaluate, closed, close }:
 * `evaluate` runs a function in the main process, `closed` resolves when it has ended, `close` ends it within a few seconds.
 */
export const openDriven = async (electron, options) => {
  const { profile, remove } = options.profile ? { profile: options.profile, remove: () => {} } : newProfile()
  process.once('exit', remove)
  const app = await launch(electron, { ...options, profile })
  const child = app.process()
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const closed = once(child, 'exit').finally(() => {
    for (const done of [remove, kill]) process.off('exit', done)
    remove()
  })
  const close = async () => {
    const harder = setTimeout(() => child.kill('SIGKILL'), patience)
    app.close().catch(() => {})
    await closed
    clearTimeout(harder)
  }
  return { page: await app.firstWindow({ timeout: startTime }), evaluate: app.evaluate.bind(app), closed, close }
}
