import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { sandboxObstacle } from './desktop/sandbox.mjs'
import { runInForeground } from './foreground.mjs'

const say = (line) => process.stderr.write(`${line}\n`)

await runScript(async () => {
  const runtime = await bootstrap({ say })
  const clinic = process.env.CLINIC_SERVER ? {} : { CLINIC_DEMO: '1' }
  const env = { ...process.env, ...clinic, ELECTRON_EXEC_PATH: runtime.path }
  if (await sandboxObstacle()) env.NO_SANDBOX = '1'
  const tool = path.join(repository, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return runInForeground(process.execPath, [tool, 'dev', '--watch', ...process.argv.slice(2)], { cwd: repository, env })
})
