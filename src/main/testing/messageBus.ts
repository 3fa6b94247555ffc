import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Whether a message bus can be started here. */
export const hasMessageBus = spawnSync('dbus-daemon', ['--version']).status === 0

export interface MessageBus {
  address: string
  /** Ends it without a word to whoever is connected; once is enough. */
  kill: () => Promise<void>
}

/** A real message bus, apart from the desktop's. */
export async function messageBus(): Promise<MessageBus> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bus-'))
  const address = `unix:path=${folder}/bus`
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', `--address=${address}`, '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(daemon, 'exit')
  await once(daemon.stdout, 'data')
  return {
    address,
    async kill() {
      daemon.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
    },
  }
}
