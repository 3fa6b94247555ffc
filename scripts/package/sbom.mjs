import fs from 'node:fs'
import path from 'node:path'
import { npm } from '../bootstrap/npm.mjs'

/** Writes the list of all packages that went into a build, in CycloneDX's format, beside the packages. */
export const writeSbom = async (root, folder) => {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--loglevel=error']
  const { code, output } = await npm(words, { cwd: root, quick: true, keep: Infinity })
  if (code !== 0) throw new Error(`The list of packages could not be made: ${output}`)
  JSON.parse(output)
  fs.writeFileSync(path.join(folder, 'sbom.cdx.json'), output)
}
