import { rmSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import en from '@shared/locales/en.json'
import { forgetKey } from '../bus/keyRing'
import { startAtLogin } from './loginItem'

/** Where electron-updater keeps what it fetched: the system's folder for such, by the package's name. */
function fetchedUpdates(platform: NodeJS.Platform): string {
  const caches = {
    win32: process.env['LOCALAPPDATA'] || path.join(homedir(), 'AppData', 'Local'), darwin: path.join(homedir(), 'Library', 'Caches'),
  }[platform as string] ?? (process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'))
  return path.join(caches, 'clinic-reception-updater')
}

/** Where it can not be taken away, nothing is lost: without the folder that it opened this key opens nothing. */
const forgetKeyIfPossible = async (platform: NodeJS.Platform) => {
  const address = process.env['DBUS_SESSION_BUS_ADDRESS']
  if (platform === 'linux' && address) await forgetKey(address, app.getName()).catch(() => undefined)
}

/**
 * Takes away all that the program keeps of whoever runs it, before a computer is handed on or the program is removed. The exit code: 0, or
 * 1 when the system refused or the program was running. What it did is said on the standard output, for scripts.
 */
export async function erase(platform: NodeJS.Platform): Promise<number> {
  const profile = app.getPath('userData')
  const say = (sentence: string, code: number) => {
    process.stdout.write(`${sentence.replace('{folder}', profile)}\n`)
    return code
  }
  if (!app.requestSingleInstanceLock()) return say(en.app.erase.running, 1)
  try {
    await startAtLogin({ on: false, hidden: false }, platform)
    await forgetKeyIfPossible(platform)
    app.releaseSingleInstanceLock()
    // At the very end: meanwhile Chromium starts, and would lay its files anew.
    for (const folder of [fetchedUpdates(platform), profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    return say(en.app.erase.done, 0)
  } catch {
    return say(en.app.erase.failed, 1)
  }
}
