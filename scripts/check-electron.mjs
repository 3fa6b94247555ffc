import fs from 'node:fs'
import path from 'node:path'
import { runScript, SetupFailure } from './bootstrap/failure.mjs'
import { npm } from './bootstrap/npm.mjs'
import { repository } from './bootstrap/places.mjs'

/** Electron's makers mend the newest three majors (electronjs.org, "Electron timelines"). */
const SUPPORTED = 3

// npm run check:electron: fails when the Electron that ships gets no security fixes any more.
await runScript(async () => {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))
  const { code, output } = await npm(['view', 'electron', 'dist-tags.latest'], { cwd: repository, quick: true })
  if (code !== 0) throw new Error(output)
  const major = (version) => Number(version.trim().split('.')[0])
  const behind = major(output) - major(devDependencies.electron)
  if (behind >= SUPPORTED) {
    throw new SetupFailure(`Electron ${devDependencies.electron} gets no security fixes any more: the newest is ${output.trim()}.`, 'Take the newest stable major.')
  }
  process.stdout.write(`Electron ${devDependencies.electron} is supported; the newest is ${output.trim()}.\n`)
  return 0
})
