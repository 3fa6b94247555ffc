import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { hasDisplay } from './desktop/display.mjs'
import { sandboxObstacle } from './desktop/sandbox.mjs'
import { startSession } from './desktop/session.mjs'
import { interrupted, runInForeground } from './foreground.mjs'
import { readStartArguments } from './start/readStartArguments.mjs'
import { driveDemo } from './start/driveDemo.mjs'
import { openDriven } from './start/openDriven.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const pictures = path.join(repository, 'test-results', 'start')

/** Drives the app through its first minute, then leaves it open until Ctrl+C, unless it is to end at once. */
const drive = async (electron, { sandboxed, rest, env, onceOnly }) => {
  const app = await openDriven(electron, { root: repository, sandboxed, rest, env })
  const ended = interrupted()
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

const driveWithoutDisplay = async (electron, options) => {
  say('There is no display here: the app runs in a virtual one (Xvfb) and signs in to the demo clinic by itself.')
  const session = await startSession({ env: options.env })
  try {
    await drive(electron, { ...options, env: session.env })
  } finally {
    await session.stop()
  }
}

await runScript(async () => {
  const { once: onceOnly, rest } = readStartArguments(process.argv.slice(2))
  const display = hasDisplay()
  const runtime = await bootstrap({ say, desktop: !display })
  await ensureBuilt(repository, say)
  const obstacle = await sandboxObstacle()
  if (obstacle) say(`Chromium's sandbox is off, since ${obstacle}.`)
  const { CLINIC_SERVER: server, ...env } = process.env
  if (display && !onceOnly) {
    const clinic = server ? { CLINIC_SERVER: server } : { CLINIC_DEMO: '1' }
    const flags = obstacle ? ['--no-sandbox'] : []
    return runInForeground(runtime.path, [...flags, repository, ...rest], { env: { ...env, ...clinic } })
  }
  const options = { sandboxed: obstacle === null, rest, env: { ...env, CLINIC_DEMO: '1' }, onceOnly }
  await (display ? drive(runtime.path, options) : driveWithoutDisplay(runtime.path, options))
})
