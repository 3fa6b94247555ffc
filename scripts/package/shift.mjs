// A shift with the installed package, as an ordinary user on a desktop of their own. Reads CLINIC_TRY: { newer: { version, file }, port }.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { runScript } from '../bootstrap/failure.mjs'
import { repository } from '../bootstrap/places.mjs'
import { updateFeed } from './feed.mjs'
import { screenReader } from './screenReader.mjs'
import { program, standsFirm } from './standsFirm.mjs'

const { newer, port } = JSON.parse(process.env.CLINIC_TRY)
const entry = '/usr/share/applications/clinic-reception.desktop'
const say = (line) => process.stdout.write(`${line}\n`)

const claim = (is, what) => {
  if (!is) throw new Error(`Not so: ${what}`)
  say(`  ✓ ${what}`)
}

/** A demo clinic in a process of its own: { url, email, password }. */
const startClinic = async () => {
  const child = spawn(process.execPath, [path.join(repository, 'out', 'main', 'demoServer.js')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const found = {}
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^(Server address|Email|Password) +(\S+)/.exec(line) ?? []
    if (name && !found[name]) found[name] = value
    if (found.Password) break
  }
  return { url: found['Server address'], email: found.Email, password: found.Password, stop: () => child.kill() }
}

/** As its desktop entry says, with all of the page shown to screen readers: by itself Chromium waits until one makes itself known. */
const start = (env) => {
  const [, command] = /^Exec="([^"]+)" %U$/m.exec(fs.readFileSync(entry, 'utf8'))
  spawn(command, ['--force-renderer-accessibility'], { env, stdio: 'ignore', detached: true }).unref()
}

const stop = () => spawnSync('pkill', ['-u', String(process.getuid()), '-f', `^${program}`])

const running = () => spawnSync('pgrep', ['-u', String(process.getuid()), '-f', `^${program} --force`]).status === 0
const installed = () => spawnSync('dpkg-query', ['-W', '-f', '${Version}', 'clinic-reception'], { encoding: 'utf8' }).stdout
const until = async (is, what, seconds = 60) => {
  for (const late = Date.now() + seconds * 1000; Date.now() < late; await sleep(300)) if (is()) return
  throw new Error(`In vain waited for: ${what}`)
}

/** In place of the system's question for an administrator's password, which nobody is here to answer. */
const administratorIn = (folder) => {
  fs.writeFileSync(path.join(folder, 'pkexec'), '#!/bin/bash\nshift\nexec sudo -n "$@"\n', { mode: 0o755 })
  return `${folder}:${process.env.PATH}`
}

const signIn = async (reader, { url, email, password }) => {
  await reader.wait('heading', 'Sign in')
  await reader.fill('entry', 'Server address', url)
  await reader.fill('entry', 'Email', email)
  await reader.fill('password text', 'Password', password)
  await reader.press('push button', 'Sign in')
}

const publishAWeek = async (reader) => {
  await reader.press('push button', 'Plan slots.*')
  await reader.fill('entry', 'Plan in one line', 'mon-fri 6-7 /30 1 weeks @Cardiology')
  await reader.press('push button', 'Preview.*')
  await reader.press('push button', 'Create \\d+ slots.*')
  return reader.wait('static', '.*Checked with the server: all of them are there.*', 120)
}

const lookForUpdates = async (reader, feed, offer, words) => {
  feed.offer(offer)
  await reader.press('push button', 'Look for updates')
  return reader.wait('static', words, 120)
}

const work = async (env) => {
  const feed = await updateFeed(port)
  const clinic = await startClinic()
  const reader = screenReader(env)
  try {
    start(env)
    await signIn(reader, clinic)
    claim(await publishAWeek(reader), 'started from its desktop entry, it signs in and publishes a week that the server then lists')

    await reader.press('link', 'Settings.*')
    claim(await lookForUpdates(reader, feed, { ...newer, tampered: true }, '.*was thrown away.*'), 'an update that is not what was announced is thrown away')
    claim(await lookForUpdates(reader, feed, { ...newer, version: '0.0.1' }, 'This is the newest version.*'), 'an older version is no update')
    await lookForUpdates(reader, feed, newer, 'Version .* is ready\\..*')
    await reader.press('push button', 'Restart to update')
    await until(() => installed() === newer.version && running(), 'the newer version, running', 120)
    claim(true, `updated itself to ${installed()}`)
    await reader.wait('push button', 'Unlock|Plan slots.*', 60)
    claim(!(await reader.tree()).includes("heading 'Sign in'"), 'and its person is still signed in')

    stop()
    await until(() => !running(), 'its end')
    const erased = spawnSync(program, ['--erase'], { env, encoding: 'utf8' })
    claim(erased.status === 0 && !fs.existsSync(path.join(env.XDG_CONFIG_HOME, 'Clinic Reception')), 'on demand it erases all that it kept')
  } catch (error) {
    say(await reader.tree().catch(() => ''))
    throw error
  } finally {
    stop()
    reader.leave()
    clinic.stop()
    feed.close()
  }
}

await runScript(async () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'shift-'))
  for (const what of await standsFirm(home)) claim(true, what)
  // The virtual desktop switches the bridge to screen readers off, to be quick.
  delete process.env.NO_AT_BRIDGE
  await work({ ...process.env, PATH: administratorIn(home), ACCESSIBILITY_ENABLED: '1', GTK_MODULES: 'gail:atk-bridge' })
  return 0
})
