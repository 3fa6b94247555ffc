import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Every file below a folder. */
export const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))

/** Every file below a folder that holds one of the secrets in clear, in base64 or in UTF-16. */
export function filesWith(folder: string, ...secrets: string[]): string[] {
  const shapes = secrets.flatMap((secret) =>
    [Buffer.from(secret), Buffer.from(Buffer.from(secret).toString('base64').slice(2, -4)), Buffer.from(secret, 'utf16le')])
  return filesIn(folder).filter((file) => {
    const bytes = contentsOf(file)
    return shapes.some((shape) => bytes.includes(shape))
  })
}

/** A file of a program that runs, or was killed, may go between being listed and being read. */
function contentsOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
