import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { desktop as desktopPackages, ensureDebianPackages, isDebian, libraries } from './bootstrap/debian.mjs'
import { explain } from './bootstrap/failure.mjs'
import { checkLibraries } from './bootstrap/libraries.mjs'
import { withLock } from './bootstrap/lock.mjs'
import { checkNode } from './bootstrap/node.mjs'
import { installPackages, packagesAreInstalled } from './bootstrap/packages.mjs'
import { cacheFolder, repository } from './bootstrap/places.mjs'
import { ensureRuntime, findRuntime } from './bootstrap/runtime.mjs'

const manifest = () => JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))
const electronVersion = () => manifest().devDependencies.electron

const ensurePackages = async (cache, say) => {
  if (packagesAreInstalled(repository)) return
  const ours = createHash('sha256').update(repository).digest('hex').slice(0, 8)
  try {
    await withLock(path.join(cache, `packages-${ours}.lock`), say, async () => {
      if (!packagesAreInstalled(repository)) await installPackages(repository, { say })
    })
  } catch (error) {
    throw explain(error, { task: 'Installing the packages', place: cache })
  }
}

const ensureSystem = async (executable, { say, desktop }) => {
  if (process.platform !== 'linux') return
  const debian = isDebian()
  if (!debian || !await ensureDebianPackages(libraries, { say })) await checkLibraries(executable)
  if (debian && desktop) await ensureDebianPackages(desktopPackages, { say })
}

/** The Electron in use now, as findRuntime; installs nothing. */
export const currentRuntime = () => findRuntime(repository, cacheFolder(), electronVersion())

/**
 * Installs what is missing, in this order: Node's version, packages, Electron, system packages. A second run does nothing.
 * `say` takes a line for people; `electron: false` stops after the packages; `desktop` wants a virtual desktop too.
 * Answers the runtime as findRuntime. Throws SetupFailure.
 */
export const bootstrap = async ({ say, electron = true, desktop = false }) => {
  checkNode(process.version, manifest().engines.node)
  const cache = cacheFolder()
  await ensurePackages(cache, say)
  if (!electron) return null
  const runtime = await ensureRuntime(repository, cache, electronVersion(), say)
  await ensureSystem(runtime.path, { say, desktop })
  say(runtime.line)
  return runtime
}
