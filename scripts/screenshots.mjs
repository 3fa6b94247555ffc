import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { sandboxObstacle } from './desktop/sandbox.mjs'
import { onOwnDesktop } from './desktop/session.mjs'
import { driveDemo } from './start/driveDemo.mjs'
import { openDriven } from './start/openDriven.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const pictures = path.join(repository, 'docs', 'guide')

/** The README's pictures: the demo clinic's day board in light and in dark. */
const takePictures = async (electron, { sandboxed, env }) => {
  const app = await openDriven(electron, { root: repository, sandboxed, rest: [], env })
  try {
    await driveDemo(app.page, { folder: path.join(repository, 'test-results', 'screenshots'), say })
    for (const scheme of ['light', 'dark']) {
      const picture = path.join(pictures, `day-board-${scheme}.png`)
      await app.page.emulateMedia({ colorScheme: scheme })
      await app.page.screenshot({ path: picture, animations: 'disabled' })
      say(`screenshot: ${picture}`)
    }
  } finally {
    await app.close()
  }
}

await runScript(async () => {
  const { path: electron } = await bootstrap({ say, desktop: true })
  await ensureBuilt(repository, say)
  const sandboxed = await sandboxObstacle() === null
  const env = { ...process.env, CLINIC_DEMO: '1' }
  delete env.CLINIC_SERVER
  const take = (own) => takePictures(electron, { sandboxed, env: own })
  return process.platform === 'linux' ? onOwnDesktop(env, take) : take(env)
})
