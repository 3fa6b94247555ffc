// A shift with the installed package, as an ordinary user on a desktop of their own.
// Reads CLINIC_TRY: { newer: { version, file }, port, folder, notes }.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { runScript } from '../bootstrap/failure.mjs'
import { certificatesIn, trust } from './certificates.mjs'
import { claims } from './claims.mjs'
import { goOn, processesOf, publishAWeek, sandboxOf, signIn, startClinic, until } from './deskwork.mjs'
import { updateFeed } from './feed.mjs'
import { screenReader } from './screenReader.mjs'
import { program, standsFirm } from './standsFirm.mjs'

const { newer, port, folder, notes } = JSON.parse(process.env.CLINIC_TRY)
const entry = '/usr/share/applications/clinic-reception.desktop'
const claim = claims(notes)
const { isRunning, stop } = processesOf(program)
const installed = () => spawnSync('dpkg-query', ['-W', '-f', '${Version}', 'clinic-reception'], { encoding: 'utf8' }).stdout

/** By the desktop's own launcher, which knows the program by its entry alone. */
const launch = (env) => {
  // What it starts has its outputs, too: nobody waits for their end.
  const { status } = spawnSync('gio', ['launch', entry], { env, stdio: 'ignore' })
  if (status !== 0) throw new Error('The launcher did not start it.')
}

/** In place of the system's question for an administrator's password, which nobody is here to answer. */
const administratorIn = (place) => {
  fs.writeFileSync(path.join(place, 'pkexec'), '#!/bin/bash\nshift\nexec sudo -n "$@"\n', { mode: 0o755 })
  return `${place}:${process.env.PATH}`
}

/** A desk's place among all desks, by which a version comes to it early or late: here the middle. */
const takePlaceInTheMiddle = (profile) => {
  fs.mkdirSync(profile, { recursive: true, mode: 0o700 })
  fs.writeFileSync(path.join(profile, '.updaterId'), '3b1f3c60-0000-5000-8000-000080000000')
}

/** One look after the other, each with another answer than the one before: what is read is never that of the last one. */
const updateIn = async (reader, feed, { own, foreign }) => {
  const look = async (offer, words) => {
    feed.offer(offer)
    await reader.press('push button', 'Look for updates')
    await reader.wait('static', words, 120)
  }
  await reader.press('link', 'Settings.*')
  await look({ ...newer, tampered: true }, '.*was thrown away.*')
  claim('updates', true, 'over trusted HTTPS, an update that is not what was announced is thrown away')
  await look({ ...newer, version: '0.0.1' }, 'This is the newest version.*')
  claim('updates', true, 'an older version is no update')
  feed.show(foreign)
  await look(newer, '.*did not prove who it is.*')
  claim('updates', true, 'a place for updates whose certificate nobody here trusts is refused in words')
  feed.show(own)
  await look({ ...newer, percent: 49 }, 'This is the newest version.*')
  claim('updates', true, 'a version for 49 % of the desks does not come to the one in their middle')
  await look({ ...newer, percent: 51 }, 'Version .* is ready\\..*')
  claim('updates', true, 'a version for 51 % of the desks comes to it')
  await reader.press('push button', 'Restart to update')
  await until(() => installed() === newer.version && isRunning(), 'the newer version, running', 120)
  claim('updates', true, `it updates itself to ${installed()}`)
}

/** With a file of an administrator's that lets nobody look for updates. */
const switchOff = async (env, reader, clinic) => {
  const draft = path.join(folder, 'policy.json')
  fs.writeFileSync(draft, JSON.stringify({ updates: false }))
  const put = spawnSync('sudo', ['-n', 'install', '-D', '--mode', '0644', draft, '/etc/clinic-reception/policy.json'], { encoding: 'utf8' })
  if (put.status !== 0) throw new Error(`sudo install: ${put.stderr}`)
  launch(env)
  await goOn(reader, clinic)
  await reader.press('link', 'Settings.*')
  await reader.wait('static', 'Your IT department has switched off updates.*')
  claim('managed', true, 'an administrator’s file switches its updates off')
  await stop()
}

/** Items of the program in the key ring of a desktop. */
const keysOf = (env) => {
  const words = ['--dest', 'org.freedesktop.secrets', '--object-path', '/org/freedesktop/secrets', '--method', 'org.freedesktop.Secret.Service.SearchItems']
  const { stdout } = spawnSync('gdbus', ['call', '--session', ...words, '{\'application\': \'Clinic Reception\'}'], { env, encoding: 'utf8' })
  return [...stdout.matchAll(/\/org\/freedesktop\/secrets\/collection\/\w+\/\d+/g)].length
}

const eraseAll = (env, profile) => {
  const fetched = path.join(env.XDG_CACHE_HOME, 'clinic-reception-updater')
  claim('removal', keysOf(env) === 1 && fs.existsSync(fetched), 'it keeps one key in the key ring, and the update that it fetched')
  const erased = spawnSync(program, ['--erase'], { env, encoding: 'utf8' })
  const left = [profile, fetched].filter((place) => fs.existsSync(place))
  const what = 'on demand it erases all that it kept, its key and the fetched update too'
  claim('removal', erased.status === 0 && left.length === 0 && keysOf(env) === 0, `${what}${left.length > 0 ? `: there is still ${left.join(', ')}` : ''}`)
}

const work = async (env) => {
  const profile = path.join(env.XDG_CONFIG_HOME, 'Clinic Reception')
  const certificates = certificatesIn(folder)
  trust(env.HOME, certificates.own.authority)
  takePlaceInTheMiddle(profile)
  const feed = await updateFeed(port, certificates.own)
  const clinic = await startClinic()
  const reader = await screenReader(env)
  try {
    launch(env)
    await signIn(reader, clinic)
    await publishAWeek(reader)
    claim('entry', true, 'started by the desktop’s launcher from its entry, it signs in and publishes a week that the server then lists')
    const { isFiltered, isApart } = sandboxOf(program)
    claim('sandbox', isFiltered && isApart, 'its page runs in the system’s sandbox')
    await updateIn(reader, feed, certificates)
    await goOn(reader, clinic)
    claim('updates', !(await reader.tree()).includes('heading \'Sign in\''), 'and its person is still signed in')
    await stop()
    await switchOff(env, reader, clinic)
    eraseAll(env, profile)
  } catch (error) {
    process.stdout.write(`${await reader.tree().catch(() => '')}\n`)
    throw error
  } finally {
    await stop()
    reader.leave()
    clinic.stop()
    feed.close()
  }
}

await runScript(async () => {
  for (const [area, what] of await standsFirm(folder)) claim(area, true, what)
  // The virtual desktop switches the bridge to screen readers off, to be quick.
  delete process.env.NO_AT_BRIDGE
  await work({ ...process.env, PATH: administratorIn(folder) })
  return 0
})
