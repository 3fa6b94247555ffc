// The main job with the archive alone, unpacked by an ordinary user into a folder of theirs. Reads CLINIC_TRY: { archive, folder, notes }.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { runScript } from '../bootstrap/failure.mjs'
import { claims } from './claims.mjs'
import { processesOf, publishAWeek, sandboxOf, signIn, startClinic } from './deskwork.mjs'
import { screenReader } from './screenReader.mjs'

const { archive, folder, notes } = JSON.parse(process.env.CLINIC_TRY)
const claim = claims(notes)

const unpack = (place) => {
  fs.mkdirSync(place)
  const { status, stderr } = spawnSync('tar', ['--extract', '--file', archive, '--directory', place, '--strip-components', '1'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`tar: ${stderr}`)
  return path.join(place, 'clinic-reception')
}

const work = async (program, env) => {
  const { stop } = processesOf(program)
  const clinic = await startClinic()
  const reader = await screenReader(env)
  try {
    spawn(program, [], { env, stdio: 'ignore', detached: true }).unref()
    await signIn(reader, clinic)
    await publishAWeek(reader)
    claim('tarball', true, 'unpacked from its archive by a user, it signs in and publishes a week that the server then lists')
    const { isFiltered, isApart } = sandboxOf(program)
    claim('tarball', isFiltered && isApart, 'there, too, its page runs in the system’s sandbox')
    await reader.press('link', 'Settings.*')
    await reader.wait('static', 'This copy does not look for updates by itself\\..*')
    claim('tarball', true, 'and it leaves updates to whoever unpacked it')
  } catch (error) {
    process.stdout.write(`${await reader.tree().catch(() => '')}\n`)
    throw error
  } finally {
    await stop()
    reader.leave()
    clinic.stop()
  }
}

await runScript(async () => {
  delete process.env.NO_AT_BRIDGE
  const place = path.join(folder, 'unpacked')
  const isRunnable = fs.statSync(unpack(place)).mode & 0o100
  claim('tarball', isRunnable && fs.readdirSync(path.join(place, 'resources')).includes('app.asar'), 'the archive unpacks to a program')
  await work(path.join(place, 'clinic-reception'), process.env)
  fs.rmSync(place, { recursive: true })
  claim('tarball', !fs.existsSync(place), 'it is gone with its folder')
  return 0
})
