import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { runCommand } from '../bootstrap/command.mjs'
import { startServer } from './processes.mjs'

const startSeconds = '10'

/** Starts a session message bus. Answers { env, child }. */
export const startBus = async (folder, { env }) => {
  const address = `unix:path=${path.join(folder, 'bus')}`
  const child = startServer('dbus-daemon', ['--session', '--nofork', '--nopidfile', `--address=${address}`, '--print-address=3'], { env, pipe: true })
  await Promise.race([
    once(child.stdio[3], 'data'),
    once(child, 'exit').then(() => { throw new Error('the message bus (dbus-daemon) ended at once') }),
  ])
  return { child, env: { DBUS_SESSION_BUS_ADDRESS: address } }
}

/**
 * Starts an unlocked key ring on the bus of `env`: with a locked or absent one, the first call of safeStorage waits for a person.
 * Answers { env, child }; Chromium looks for a key ring only on a desktop whose name it knows.
 */
export const startKeyRing = async ({ env }) => {
  const child = startServer('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--foreground'], { env, input: 'clinic' })
  const { code } = await runCommand('gdbus', ['wait', '--session', '--timeout', startSeconds, 'org.freedesktop.secrets'], { env })
  if (code !== 0) throw new Error('the key ring (gnome-keyring-daemon) did not answer')
  return { child, env: { XDG_CURRENT_DESKTOP: 'GNOME' } }
}

/** Folders of a person who has nothing yet, and the variables that name them. */
export const privateFolders = (folder) => {
  const env = { NO_AT_BRIDGE: '1' }
  for (const [name, leaf] of [['XDG_RUNTIME_DIR', 'run'], ['XDG_DATA_HOME', 'data'], ['XDG_CONFIG_HOME', 'config'], ['XDG_CACHE_HOME', 'cache']]) {
    env[name] = path.join(folder, leaf)
    fs.mkdirSync(env[name], { mode: 0o700 })
  }
  return env
}
