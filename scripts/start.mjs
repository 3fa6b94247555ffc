import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { hasDisplay } from './desktop/display.mjs'
import { sandboxObstacle } from './desktop/sandbox.mjs'
import { onOwnDesktop } from './desktop/session.mjs'
import { interrupted, runInForeground } from './foreground.mjs'
import { driveDemo } from './start/driveDemo.mjs'
import { openDriven } from './start/openDriven.mjs'
import { readStartArguments } from './start/readStartArguments.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const pictures = path.join(repository, 'test-results', 'start')

/** Drives the app through its first minute, then leaves it open until Ctrl+C, unless it is to end at once. */
const drive = async (electron, { sandboxed, rest, env, onceOnly, ended }) => {
  const app = await openDriven(electron, { root: repository, sandboxed, rest, env })
  try {
    const picture = await Promise.race([driveDemo(app.page, { folder: pictures, say }), ended.then(() => null)])
    if (picture === null) return
    say(`screenshot: ${picture}`)
    if (onceOnly) return
    say('The app stays open; Ctrl+C ends it.')
    await Promise.race([ended, app.closed])
  } finally {
    await app.close()
  }
}

/** The window on the display that is there; `server` takes the demo clinic's place. */
const openWindow = (electron, { sandboxed, rest, env, server }) => {
  const clinic = server ? { CLINIC_SERVER: server } : { CLINIC_DEMO: '1' }
  const flags = sandboxed ? [] : ['--no-sandbox']
  return runInForeground(electron, [...flags, repository, ...rest], { env: { ...env, ...clinic } })
}

await runScript(async () => {
  const { once: onceOnly, rest } = readStartArguments(process.argv.slice(2))
  const display = hasDisplay()
  const { path: electron } = await bootstrap({ say, desktop: !display })
  await ensureBuilt(repository, say)
  const obstacle = await sandboxObstacle()
  if (obstacle) say(`Chromium's sandbox is off, since ${obstacle}.`)
  const { CLINIC_SERVER: server, ...env } = process.env
  const options = { sandboxed: obstacle === null, rest }
  if (display && !onceOnly) return openWindow(electron, { ...options, env, server })
  if (server) say('CLINIC_SERVER is not used here: what signs in by itself is the demo clinic.')
  const driven = { ...options, onceOnly, ended: interrupted() }
  const demo = { ...env, CLINIC_DEMO: '1' }
  if (display) return drive(electron, { ...driven, env: demo })
  say('There is no display here: the app runs in a virtual one (Xvfb) and signs in to the demo clinic by itself.')
  return onOwnDesktop(demo, (own) => drive(electron, { ...driven, env: own }))
})
