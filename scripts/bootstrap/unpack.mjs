import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SetupFailure } from './failure.mjs'

/** Throws SetupFailure unless the file's SHA-512 (base64) is `wanted`. */
export const checkChecksum = async (file, wanted) => {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file), hash)
  if (hash.digest('base64') === wanted) return
  throw new SetupFailure(
    `The checksum of ${path.basename(file)} is wrong: the download is damaged or is not the file that this program was tested with.`,
    'It was thrown away. Run the same command again; if it happens again, ask whoever runs your package mirror.',
  )
}

const openZip = async (file) => {
  const { default: yauzl } = await import('yauzl')
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (error, zip) => error ? reject(error) : resolve(zip))
  })
}

const openEntry = (zip, entry) => new Promise((resolve, reject) => {
  zip.openReadStream(entry, (error, stream) => error ? reject(error) : resolve(stream))
})

const writeEntry = async (zip, entry, out) => {
  const executable = ((entry.externalFileAttributes >>> 16) & 0o111) !== 0
  fs.mkdirSync(path.dirname(out), { recursive: true })
  await pipeline(await openEntry(zip, entry), fs.createWriteStream(out))
  // Whatever the umask of who installs: others run it too.
  fs.chmodSync(out, executable ? 0o755 : 0o644)
}

/**
 * Unpacks a zip file into `folder`. `place` gives an entry's path below it, or null to leave the entry out.
 * yauzl refuses entry names that are absolute or lead upwards.
 */
export const unpackZip = async (file, folder, place) => {
  const zip = await openZip(file)
  await new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      const target = entry.fileName.endsWith('/') ? null : place(entry.fileName)
      if (target === null) return zip.readEntry()
      writeEntry(zip, entry, path.join(folder, target)).then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  }).finally(() => zip.close())
}
