import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's own folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const name = 'clinic-reception'

/** What this process knows of its surroundings; tests give others. */
const here = () => ({ env: process.env, platform: process.platform, home: os.homedir(), uid: process.getuid?.() })

/**
 * Where runtimes are kept between installations: CLINIC_CACHE, or the platform's cache folder.
 * Root on Linux keeps them below /var/cache, since the ordinary user who runs the end-to-end tests must be able to read them.
 */
export const cacheFolder = ({ env, platform, home, uid } = here()) => {
  if (env.CLINIC_CACHE) return path.resolve(env.CLINIC_CACHE)
  if (platform === 'win32') return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), name, 'Cache')
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', name)
  if (uid === 0) return path.join('/var/cache', name)
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), name)
}
