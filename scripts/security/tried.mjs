import fs from 'node:fs'
import path from 'node:path'

const HOUR = 3_600_000

/**
 * What `npm run try-package` saw on the installed package the last time that all of it was so: { said, areas }, by area what was seen.
 * Undefined where it was not run.
 */
export function triedPackage(root, now = Date.now()) {
  const file = path.join(root, 'dist', 'try-package.json')
  if (!fs.existsSync(file)) return undefined
  const { commit, version, claims } = JSON.parse(fs.readFileSync(file, 'utf8'))
  const hours = Math.floor((now - fs.statSync(file).mtimeMs) / HOUR)
  const areas = {}
  for (const { area, what } of claims) (areas[area] ??= []).push(what)
  return { said: `installed package ${version} of commit ${commit.slice(0, 8)}, ${hours} h ago`, areas }
}
