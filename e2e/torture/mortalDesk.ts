import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { launchOf } from '../desk'

/** A running app without anybody who drives it. */
export interface MortalDesk {
  /** Ends it and all its processes at once, without a word (SIGKILL), and resolves when nothing of it is left. */
  kill: () => Promise<void>
  /** Whether it ended by itself. */
  hasEnded: () => boolean
}

const mortals = new Set<ChildProcess>()

/** Kills what a failed test left running. */
export const killMortals = (): void => { for (const { pid } of mortals) if (pid !== undefined) killTree(pid) }
process.once('exit', killMortals)

/** Starts the app on a profile as a person would; it goes on with what it finds there. */
export function startDesk(profile: string): MortalDesk {
  const { executablePath, args, env } = launchOf({ profile })
  const child = spawn(executablePath, args, { env, detached: true, stdio: 'ignore' })
  mortals.add(child)
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      await killAll(child)
      mortals.delete(child)
    },
  }
}

/** Kills a process that leads a group of its own, and whatever it started. Its profile is nobody's afterwards. */
export async function killAll(child: ChildProcess): Promise<void> {
  const pid = child.pid!
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
  killTree(pid)
  await gone
  while (isGroupAlive(pid)) await sleep(5)
}

function killTree(pid: number): void {
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])
  else signalGroup(pid, 'SIGKILL')
}

const isGroupAlive = (pid: number) => process.platform !== 'win32' && signalGroup(pid, 0)

/** False when there is no such group any more. */
function signalGroup(pid: number, signal: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(-pid, signal)
  } catch {
    return false
  }
}
