import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { SetupFailure } from './bootstrap/failure.mjs'
import { npm } from './bootstrap/npm.mjs'
import { writeLicences } from './package/licences.mjs'

const sources = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json']
const results = ['main/index.js', 'preload/index.cjs', 'preload/wall.cjs', 'renderer/index.html', 'licences.json']

const filesBelow = (place) => {
  if (!fs.existsSync(place)) return []
  if (!fs.statSync(place).isDirectory()) return [place]
  return fs.readdirSync(place).sort().flatMap((name) => filesBelow(path.join(place, name)))
}

/** A hash over all that the build reads: names and contents. */
export const sourceStamp = (root) => {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((name) => filesBelow(path.join(root, name)))) {
    hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const stampFile = (root) => path.join(root, 'out', '.sources')

/** Whether out/ was built to its end from exactly the present sources. */
export const isBuilt = (root) => {
  const stamp = stampFile(root)
  return results.every((name) => fs.existsSync(path.join(root, 'out', name)))
    && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourceStamp(root)
}

/** Builds out/. `show` passes the build's own output on. Throws SetupFailure. */
export const build = async (root, { show = false } = {}) => {
  const stamp = sourceStamp(root)
  fs.rmSync(stampFile(root), { force: true })
  const { code, output } = await npm(['run', 'build', '--silent'], { cwd: root, show })
  if (code !== 0) {
    process.stderr.write(output)
    throw new SetupFailure('Building failed.', 'Its own message stands above.')
  }
  writeLicences(root)
  fs.writeFileSync(stampFile(root), stamp)
}

/** Builds out/ when it is not what the sources say. Throws SetupFailure. */
export const ensureBuilt = async (root, say) => {
  if (isBuilt(root)) return
  say('Building …')
  await build(root)
}
