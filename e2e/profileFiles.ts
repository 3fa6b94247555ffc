import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Every file below a folder. */
export const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))

/** Every file below a folder that holds one of the secrets in clear, in base64 (wherever its bytes begin) or in UTF-16. */
export function filesWith(folder: string, ...secrets: (string | Buffer)[]): string[] {
  const shapes = secrets.flatMap((secret) => typeof secret === 'string' ? shapesOf(secret) : [secret])
  return filesIn(folder).filter((file) => {
    const bytes = contentsOf(file)
    return shapes.some((shape) => bytes.includes(shape))
  })
}

const shapesOf = (secret: string) => [
  Buffer.from(secret), Buffer.from(secret, 'utf16le'),
  ...[0, 1, 2].map((offset) => Buffer.from(Buffer.from(' '.repeat(offset) + secret).toString('base64').slice(offset + 2, -4))),
]

/** A file of a program that runs, or was killed, may go between being listed and being read. */
function contentsOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
