import { rmSync } from 'node:fs'
import { app } from 'electron'
import en from '@shared/locales/en.json'
import { startAtLogin } from './loginItem'

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
    app.releaseSingleInstanceLock()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    return say(en.app.erase.done, 0)
  } catch {
    return say(en.app.erase.failed, 1)
  }
}
