import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { report, summarise } from '../bench/frame/report.mjs'
import { bootstrap } from './bootstrap.mjs'
import { runScript, SetupFailure } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { sandboxObstacle } from './desktop/sandbox.mjs'
import { onOwnDesktop } from './desktop/session.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const folder = path.join(repository, 'bench')

/** Each file of bench/ is a measurement, by its name: { about, measure }, where `measure(runtime)` answers { rows, notes }. */
const known = () => fs.readdirSync(folder).filter((name) => name.endsWith('.mjs')).map((name) => path.basename(name, '.mjs')).sort()

const chosen = (words) => {
  const strangers = words.filter((word) => !known().includes(word))
  if (strangers.length === 0) return words.length > 0 ? words : known()
  throw new SetupFailure(`There is no measurement ${strangers.join(', ')}.`, `Those are: ${known().join(', ')}.`)
}

const measureAll = async (names, runtime) => {
  const aims = []
  for (const name of names) {
    say(`\n── ${name}`)
    const { measurement } = await import(pathToFileURL(path.join(folder, `${name}.mjs`)).href)
    const result = await measurement.measure(runtime)
    aims.push(...report(repository, { name, measurement, result, say }))
  }
  if (names.length > 1) summarise(repository, { aims, say })
  return aims.every(({ met }) => met === 'yes') ? 0 : 1
}

// npm run bench [-- NAME …] [--quick]: with --quick whatever waits (memory, idle) waits less, to try a measurement out.
// Several programs are open at once, and each is ended with this process.
process.setMaxListeners(0)

await runScript(async () => {
  const quick = process.argv.includes('--quick')
  const names = chosen(process.argv.slice(2).filter((word) => word !== '--quick'))
  const { path: electron } = await bootstrap({ say, desktop: true })
  await ensureBuilt(repository, say)
  const sandboxed = await sandboxObstacle() === null
  const env = { ...process.env }
  for (const name of ['CLINIC_SERVER', 'CLINIC_DEMO']) delete env[name]
  const measure = (own) => measureAll(names, { electron, root: repository, sandboxed, env: own, say, quick })
  return process.platform === 'linux' ? onOwnDesktop(env, measure) : measure(env)
})
