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
import { pack } from './package/pack.mjs'
import { chooseTestUser } from './test/testUser.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const needed = [['at-spi2-core'], ['python3-gi'], ['gir1.2-atspi-2.0'], ['xdotool'], ['sudo'], ['procps']]
const rights = '/etc/sudoers.d/clinic-reception-try'
const NEWER = '99.0.0'

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

const apt = (...words) => {
  const { status, stderr } = spawnSync('apt-get', ['-y', '--no-install-recommends', ...words], { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')}: ${stderr}`)
}

/** Packs the program as a version, with a feed at a port of this computer. Answers the .deb. */
const packAs = async (version, { folder, runtime, port }) => {
  const feed = `http://127.0.0.1:${port}/`
  const files = await pack(repository, { runtime, version, feed, targets: ['deb'], output: path.join(folder, version) })
  return files.find((file) => file.endsWith('.deb'))
}

const traces = () => ['/opt/Clinic Reception', '/usr/bin/clinic-reception', '/usr/share/applications/clinic-reception.desktop', '/etc/apparmor.d/clinic-reception',
  '/etc/clinic-reception', '/usr/share/icons/hicolor/512x512/apps/clinic-reception.png', '/etc/alternatives/clinic-reception'].filter((place) => fs.existsSync(place))

/** The shift as the ordinary user; on these packages alone they may do what an administrator's password would let them. */
const workAShift = async (user, folder, facts) => {
  fs.writeFileSync(rights, 'clinic-test ALL=(root) NOPASSWD: ALL\n', { mode: 0o440 })
  try {
    const session = [path.join(repository, 'e2e', 'desktop-session.mjs'), '1', process.execPath, path.join(repository, 'scripts', 'package', 'shift.mjs')]
    const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: folder, USER: 'clinic-test', TMPDIR: folder, CLINIC_TRY: JSON.stringify(facts) }
    return await runInForeground(process.execPath, session, { cwd: repository, env, ...user })
  } finally {
    fs.rmSync(rights, { force: true })
  }
}

// npm run try-package: packs, installs, works, updates and removes the program on this machine, which must be Debian's and yours to change.
await runScript(async () => {
  if (process.getuid?.() !== 0) throw new SetupFailure('Installing packages takes root.', 'Run it as root on a machine that may be changed.')
  if (fs.existsSync('/opt/Clinic Reception')) throw new SetupFailure('Clinic Reception is installed here.', 'Remove it first, or take another machine.')
  const { path: runtime } = await bootstrap({ say, desktop: true })
  await ensureDebianPackages(needed, { say })
  await ensureBuilt(repository, say)
  const { user } = await chooseTestUser([path.join(repository, 'package.json'), path.join(repository, 'out', 'main', 'demoServer.js')])
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-try-'))
  fs.chownSync(folder, user.uid, user.gid)
  const port = await freePort()
  try {
    const { version } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))
    const files = {}
    for (const each of [version, NEWER]) files[each] = await packAs(each, { folder, runtime, port })
    apt('install', files[version])
    const code = await workAShift(user, folder, { newer: { version: NEWER, file: files[NEWER] }, port })
    apt('purge', 'clinic-reception')
    const left = traces()
    if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`)
    say('  ✓ it is removed without a trace')
    return code
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
