import { currentRuntime, bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'

// Only the path goes to stdout: others read it.
await runScript(async () => {
  const runtime = currentRuntime() ?? await bootstrap({ say: (line) => process.stderr.write(`${line}\n`) })
  process.stdout.write(`${runtime.path}\n`)
})
