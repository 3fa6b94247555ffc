import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'

const run = promisify(execFile)

/** A desktop's message bus of its own, with the key ring of one person on it or without. */
export interface KeyRing {
  /** For programs that shall find it. */
  env: Record<string, string>
  /** Starts the daemon: opened with the person's password, or shut, as when nobody has typed it. Ends the one before. */
  start: (is: 'open' | 'locked') => Promise<void>
  /** Ends the daemon: a desktop without a key ring. What is in the ring stays on the disk. */
  stop: () => Promise<void>
  /** Takes everything out of the ring: what is looked for in it is made anew, and is another key. */
  empty: () => Promise<void>
  close: () => Promise<void>
}

/** Nothing on this bus is started by being asked for, so nobody is asked for the password of a locked ring. */
const busWithoutServices = (address: string) => `<busconfig><type>session</type><listen>${address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`

/** A private bus and an empty, open key ring (GNOME's own daemon) in a folder of its own. */
export async function openKeyRing(): Promise<KeyRing> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clinic-ring-'))
  const address = `unix:path=${path.join(folder, 'bus')}`
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_DATA_HOME: path.join(folder, 'data'), XDG_RUNTIME_DIR: path.join(folder, 'run') }
  for (const name of [env.XDG_DATA_HOME, env.XDG_RUNTIME_DIR]) mkdirSync(name, { mode: 0o700 })
  const config = path.join(folder, 'bus.conf')
  writeFileSync(config, busWithoutServices(address))
  const environment = { ...process.env, ...env }
  const bus = spawn('dbus-daemon', ['--config-file', config, '--nofork', '--nopidfile'], { env: environment, stdio: 'ignore' })
  let daemon: ChildProcess | undefined

  const call = async (object: string, method: string, ...args: string[]) => {
    const to = ['call', '--session', '--dest', 'org.freedesktop.secrets', '--object-path', object, '--method', `org.freedesktop.Secret.${method}`]
    return (await run('gdbus', [...to, ...args], { env: environment })).stdout
  }
  const answers = () => call('/org/freedesktop/secrets', 'Service.SearchItems', '{}').then(() => true, () => false)
  const stop = async () => {
    await ended(daemon)
    daemon = undefined
    await expect.poll(answers).toBe(false)
  }
  const ring: KeyRing = {
    env, stop,
    async start(is) {
      await stop()
      const open = is === 'open' ? ['--unlock'] : []
      daemon = spawn('gnome-keyring-daemon', [...open, '--components=secrets', '--foreground'], { env: environment, stdio: ['pipe', 'ignore', 'ignore'] })
      daemon.stdin!.end(is === 'open' ? 'clinic' : '')
      await expect.poll(answers).toBe(true)
    },
    async empty() {
      const items = (await call('/org/freedesktop/secrets', 'Service.SearchItems', '{}')).match(/\/org[\w/]+/g) ?? []
      expect(items.length).toBeGreaterThan(0)
      for (const item of items) await call(item, 'Item.Delete')
    },
    async close() {
      await ended(daemon)
      await ended(bus)
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
    },
  }
  await ring.start('open')
  return ring
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => { child.once('exit', resolve) })
  child.kill('SIGKILL')
  await gone
}
