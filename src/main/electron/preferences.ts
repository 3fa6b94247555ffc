import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Store from 'electron-store'
import type { Log, Preferences } from '../ports'

const kept = 3

/**
 * Settings in one small file of `folder`. A damaged file is set aside and the defaults are used. Each value is read back after
 * writing, because the library beneath takes a short write on a full disk for a whole one (atomically 2.1.1); values stay small
 * for the same reason (below one block no loss was seen).
 */
export function electronPreferences(folder: string, log: Log): Preferences {
  const file = path.join(folder, 'settings.json')
  removeLeftovers(folder)
  setAsideIfDamaged(file, log)
  const store = new Store<Record<string, unknown>>({
    cwd: folder, name: 'settings', clearInvalidConfig: false, configFileMode: 0o600, accessPropertiesByDotNotation: false,
  })
  return {
    get: (key) => store.get(key),
    set: (key, value) => {
      store.set(key, value)
      const read = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)[key]
      if (!isDeepStrictEqual(read, JSON.parse(JSON.stringify(value)))) throw new Error('settings could not be written')
    },
  }
}

/** A killed process leaves its temporary file, with the settings in it, behind. */
function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) if (name.startsWith('settings.json.tmp-')) rmSync(path.join(folder, name), { force: true })
}

function setAsideIfDamaged(file: string, log: Log): void {
  try {
    JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
    renameSync(file, `${file}.corrupt-${Date.now()}`)
    const aside = namesIn(path.dirname(file)).filter((name) => name.startsWith(`${path.basename(file)}.corrupt-`)).sort()
    for (const name of aside.slice(0, -kept)) rmSync(path.join(path.dirname(file), name), { force: true })
    log.warn('settings.setAside')
  }
}

function namesIn(folder: string): string[] {
  try { return readdirSync(folder) } catch { return [] }
}
