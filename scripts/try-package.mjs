import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { ensureDebianPackages } from './bootstrap/debian.mjs'
import { runScript, SetupFailure } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { runInForeground } from './foreground.mjs'
import { claimed, claims } from './package/claims.mjs'
import { pack } from './package/pack.mjs'
import { removeInAllWays, traces } from './package/removal.mjs'
import { writeSbom } from './package/sbom.mjs'
import { chooseTestUser } from './test/testUser.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const needed = [['at-spi2-core'], ['python3-gi'], ['gir1.2-atspi-2.0'], ['xdotool'], ['sudo'], ['procps'], ['libnss3-tools'], ['openssl'], ['passwd']]
const rights = '/etc/sudoers.d/clinic-reception-try'
const NEWER = '99.0.0'
const output = path.join(repository, 'dist')

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

const apt = (words, variables = {}) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...variables }
  const { status, stderr } = spawnSync('apt-get', ['-y', '--no-install-recommends', ...words], { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')}: ${stderr}`)
}

/** Packs the program as a version, with a feed at a port of this computer, and notes how long that took. Answers the file. */
const packAs = async (version, target, { folder, runtime, port, figures }) => {
  const begun = Date.now()
  const options = { runtime, version, feed: `https://127.0.0.1:${port}/`, targets: [target], output: path.join(folder, version) }
  const file = (await pack(repository, options)).find((each) => each.endsWith(`.${target}`))
  fs.chmodSync(file, 0o644)
  figures[path.basename(file)] = { seconds: Math.round((Date.now() - begun) / 1000), bytes: fs.statSync(file).size }
  return file
}

/** Runs a part of the trial as the ordinary user on a desktop of their own. Throws when it did not go as it should. */
const asPerson = async (user, part, facts) => {
  const session = [path.join(repository, 'e2e', 'desktop-session.mjs'), '1', process.execPath, path.join(repository, 'scripts', 'package', part)]
  const { folder } = facts
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: folder, USER: 'clinic-test', TMPDIR: folder, CLINIC_TRY: JSON.stringify(facts) }
  const code = await runInForeground(process.execPath, session, { cwd: repository, env, ...user })
  if (code !== 0) throw new SetupFailure(`${part} did not go as it should.`, 'What was on screen stands above.')
}

/** The shift as the ordinary user; meanwhile they may do what an administrator's password would let them. */
const workAShift = async (user, facts) => {
  fs.writeFileSync(rights, 'clinic-test ALL=(root) NOPASSWD: ALL\n', { mode: 0o440 })
  try {
    await asPerson(user, 'shift.mjs', facts)
  } finally {
    fs.rmSync(rights, { force: true })
  }
}

const tryAll = async (user, folder, runtime) => {
  const notes = path.join(folder, 'notes')
  const figures = {}
  const port = await freePort()
  const { version } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))
  const make = (as, target) => packAs(as, target, { folder, runtime, port, figures })
  const file = await make(version, 'deb')
  const newer = { version: NEWER, file: await make(NEWER, 'deb') }
  const archive = await make(version, 'tar.gz')
  const before = traces()
  apt(['install', file])
  fs.writeFileSync(notes, '')
  fs.chownSync(notes, user.uid, user.gid)
  await workAShift(user, { newer, port, folder, notes })
  removeInAllWays(claims(notes), { apt, file, folder, before })
  await asPerson(user, 'unpacked.mjs', { archive, folder, notes })
  await writeSbom(repository, folder)
  const sbom = JSON.parse(fs.readFileSync(path.join(folder, 'sbom.cdx.json'), 'utf8'))
  figures.sbom = { components: sbom.components.length }
  claims(notes)('sbom', sbom.bomFormat === 'CycloneDX' && figures.sbom.components > 0, `a bill of ${figures.sbom.components} packages is written`)
  return { version, figures, claims: claimed(notes) }
}

const commit = () => spawnSync('git', ['rev-parse', 'HEAD'], { cwd: repository, encoding: 'utf8' }).stdout.trim()

// npm run try-package: packs, installs, works, updates and removes the program on this machine, which must be Debian's and yours to change.
// What was seen is written to dist/try-package.json, for npm run security.
await runScript(async () => {
  if (process.getuid?.() !== 0) throw new SetupFailure('Installing packages takes root.', 'Run it as root on a machine that may be changed.')
  if (fs.existsSync('/opt/Clinic Reception')) throw new SetupFailure('Clinic Reception is installed here.', 'Remove it first, or take another machine.')
  const result = path.join(output, 'try-package.json')
  fs.rmSync(result, { force: true })
  const { path: runtime } = await bootstrap({ say, desktop: true })
  await ensureDebianPackages(needed, { say })
  await ensureBuilt(repository, say)
  const { user } = await chooseTestUser([path.join(repository, 'package.json'), path.join(repository, 'out', 'main', 'demoServer.js')])
  if (!user) throw new SetupFailure('The program is to be tried by an ordinary user, and none can be had here.', 'Put this folder where everybody may read it.')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-try-'))
  fs.chownSync(folder, user.uid, user.gid)
  fs.chmodSync(folder, 0o755)
  try {
    const seen = await tryAll(user, folder, runtime)
    fs.mkdirSync(output, { recursive: true })
    fs.writeFileSync(result, `${JSON.stringify({ commit: commit(), ...seen }, null, 2)}\n`)
    say(`\n${seen.claims.length} things seen to be so: dist/try-package.json`)
    return 0
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
