/**
 * Kills a program that keeps the clinic's data a thousand times (or as often as the first argument says) in the midst of its
 * writing, and looks each time at what is left. The unit tests do the same a hundred times.
 */
import { runInForeground } from './foreground.mjs'

const [kills = '1000'] = process.argv.slice(2)
process.exitCode = await runInForeground(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'src/main/cache/kill.test.ts'], {
  env: { ...process.env, CLINIC_KILLS: kills },
})
