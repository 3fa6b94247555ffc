import { bootstrap } from './bootstrap.mjs'
import { runScript, SetupFailure } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { runEndToEnd } from './test/endToEnd.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const DEFAULT = 200

const numberAfter = (words, name) => {
  const at = words.indexOf(name)
  if (at === -1) return undefined
  const value = words[at + 1] ?? ''
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new SetupFailure(`${name} takes a whole number.`, `For instance: npm run torture -- ${name} 50`)
  return value
}

// npm run torture [-- --kills N] [-- --seed N]: the kill test of the end-to-end suite, at length.
// npm run torture -- --restarts N: that new call requests are told once over so many restarts, killed in between.
await runScript(async () => {
  const words = process.argv.slice(2)
  process.env.CLINIC_TORTURE_KILLS = numberAfter(words, '--kills') ?? String(DEFAULT)
  const seed = numberAfter(words, '--seed')
  if (seed !== undefined) process.env.CLINIC_TORTURE_SEED = seed
  const restarts = numberAfter(words, '--restarts')
  if (restarts !== undefined) process.env.CLINIC_RESTARTS = restarts
  const file = restarts === undefined ? 'e2e/torture.e2e.ts' : 'e2e/announcedOnce.e2e.ts'
  const { path: electron } = await bootstrap({ say, desktop: true })
  await ensureBuilt(repository, say)
  const { passed, failed } = await runEndToEnd(electron, { root: repository, filters: [file], say })
  say(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
})
