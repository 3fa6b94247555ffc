import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { runInForeground } from './foreground.mjs'

const say = (line) => process.stderr.write(`${line}\n`)

await runScript(async () => {
  await bootstrap({ say, electron: false })
  await ensureBuilt(repository, say)
  return runInForeground(process.execPath, [path.join(repository, 'out', 'main', 'demoServer.js'), ...process.argv.slice(2)])
})
