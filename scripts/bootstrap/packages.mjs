import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { explain, SetupFailure } from './failure.mjs'
import { npm } from './npm.mjs'

const stampFile = (root) => path.join(root, 'node_modules', '.clinic-packages')

/** What node_modules must have been made from: the lock file's hash and the platform, since some packages are binary. */
export const wantedStamp = (root) => {
  const lock = path.join(root, 'package-lock.json')
  if (!fs.existsSync(lock)) throw new SetupFailure('package-lock.json is missing.', 'Restore it from the repository: git checkout package-lock.json')
  return `${createHash('sha256').update(fs.readFileSync(lock)).digest('hex')} ${process.platform}-${process.arch}\n`
}

/** Whether `npm ci` ran to its end for this lock file; the stamp is the last thing written, and npm ci removes it first. */
export const packagesAreInstalled = (root) => {
  const file = stampFile(root)
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wantedStamp(root)
}

/** Installs node_modules by `npm ci`. Throws SetupFailure. */
export const installPackages = async (root, { say, run = npm }) => {
  const task = 'Installing the packages'
  const place = path.join(root, 'node_modules')
  const stamp = wantedStamp(root)
  say('Installing the packages of package-lock.json (npm ci) …')
  fs.rmSync(stampFile(root), { force: true })
  const { code, output } = await run(['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, quick: true })
  if (code !== 0) throw explain(output, { task, place })
  try {
    fs.writeFileSync(stampFile(root), stamp)
  } catch (error) {
    throw explain(error, { task, place })
  }
}
