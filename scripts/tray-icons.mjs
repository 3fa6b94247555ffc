import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { sandboxObstacle } from './desktop/sandbox.mjs'
import { onOwnDesktop } from './desktop/session.mjs'
import { runInForeground } from './foreground.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

// The pictures of the tray from their drawings in resources/tray, by Chromium itself.
await runScript(async () => {
  const { path: electron } = await bootstrap({ say, desktop: true })
  const sandboxed = await sandboxObstacle() === null
  const args = ['--disable-gpu', ...(sandboxed ? [] : ['--no-sandbox']), path.join(repository, 'scripts', 'trayIcons', 'render.mjs')]
  const render = (env) => runInForeground(electron, args, { cwd: repository, env })
  return process.platform === 'linux' ? onOwnDesktop(process.env, render) : render(process.env)
})
