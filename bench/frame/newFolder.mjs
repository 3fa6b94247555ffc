import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A new empty folder, and what takes it away. */
export const newFolder = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-bench-'))
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
