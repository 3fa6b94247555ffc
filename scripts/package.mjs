import fs from 'node:fs'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { ensureDebianPackages, isDebian } from './bootstrap/debian.mjs'
import { runScript, SetupFailure } from './bootstrap/failure.mjs'
import { findOfficial } from './bootstrap/official.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { pack } from './package/pack.mjs'
import { writeChecksums } from './package/checksums.mjs'
import { readPackageArguments } from './package/readPackageArguments.mjs'
import { writeSbom } from './package/sbom.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const output = path.join(repository, 'dist')
const manifest = () => JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))

/** A release is made of the runtime that package.json names, or not at all. */
const refuseSubstitute = () => {
  const version = manifest().devDependencies.electron
  if (findOfficial(repository, version)) return
  throw new SetupFailure(
    `A release needs Electron ${version} itself; what is here is a third party's copy of an older one, for trying only.`,
    'Make the release where the official build can be downloaded, or leave out --release.',
  )
}

// npm run package [-- --release] [-- --version X.Y.Z]: makes the packages that this machine can make, in dist/.
await runScript(async () => {
  const { isRelease, version, targets } = readPackageArguments(process.argv.slice(2))
  const runtime = await bootstrap({ say })
  if (isRelease) refuseSubstitute()
  if (process.platform === 'linux' && isDebian()) await ensureDebianPackages([['p7zip-full']], { say })
  await ensureBuilt(repository, say)
  fs.rmSync(output, { recursive: true, force: true })
  await pack(repository, { runtime: runtime.path, version, targets })
  await writeSbom(repository, output)
  const files = await writeChecksums(output)
  say(`\nIn dist/:\n${files.map(({ name, bytes }) => `  ${name}  ${(bytes / 1e6).toFixed(1)} MB`).join('\n')}`)
  if (!isRelease) say('These packages are for trying. A release: npm run package -- --release')
  return 0
})
