import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

const sha256 = async (file) => {
  const hash = createHash('sha256')
  await pipeline(fs.createReadStream(file), hash)
  return hash.digest('hex')
}

/** Writes SHA256SUMS over the files in a folder, as `sha256sum --check` reads it. Answers { name, bytes } of each. */
export const writeChecksums = async (folder) => {
  const names = fs.readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(builder-|SHA256SUMS)/.test(entry.name)).map(({ name }) => name).sort()
  const lines = []
  for (const name of names) lines.push(`${await sha256(path.join(folder, name))}  ${name}\n`)
  fs.writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''))
  return names.map((name) => ({ name, bytes: fs.statSync(path.join(folder, name)).size }))
}
