import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { explain } from '../bootstrap/failure.mjs'
import { startDisplay } from './display.mjs'
import { privateFolders, startBus, startKeyRing } from './keyStore.mjs'
import { stopProcess } from './processes.mjs'

const removeFolder = (folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

/**
 * Starts a desktop of its own: a display, a message bus, an unlocked key ring, and empty folders for settings.
 * Answers { env, stop }: the environment for programs in it, and what ends it. Throws SetupFailure.
 */
const startSession = async (outer) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-desktop-'))
  const children = []
  const kill = () => {
    for (const child of children) child.kill('SIGKILL')
    removeFolder(folder)
  }
  process.once('exit', kill)
  const stop = async () => {
    for (const child of children.toReversed()) await stopProcess(child)
    process.off('exit', kill)
    removeFolder(folder)
  }
  const env = { ...outer, ...privateFolders(folder) }
  delete env.WAYLAND_DISPLAY
  try {
    for (const start of [startDisplay, startBus, (_, options) => startKeyRing(options)]) {
      const started = await start(folder, { env })
      children.push(started.child)
      Object.assign(env, started.env)
    }
    return { env, stop }
  } catch (error) {
    await stop()
    throw explain(error, { task: 'Starting a virtual desktop', place: folder })
  }
}

/** Does `work(envs)` on `count` desktops that know nothing of each other, and ends them afterwards, also when the work fails. */
export const onOwnDesktops = async (env, count, work) => {
  const sessions = []
  try {
    while (sessions.length < count) sessions.push(await startSession(env))
    return await work(sessions.map((session) => session.env))
  } finally {
    for (const { stop } of sessions) await stop()
  }
}

/** Does `work(env)` on a desktop of its own. Answers what the work answers. */
export const onOwnDesktop = (env, work) => onOwnDesktops(env, 1, ([own]) => work(own))
