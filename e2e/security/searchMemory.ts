import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/**
 * How often each text is in a process's memory, and how many bytes were read. Only root may look: `npm run security` does it for us
 * where it is root; undefined where it is not.
 */
export async function searchMemory(pid: number, texts: string[]): Promise<{ counts: number[], bytes: number } | undefined> {
  const folder = process.env['CLINIC_SECURITY_MEMORY']
  if (!folder) return undefined
  const at = (ending: string) => path.join(folder, `${pid}.${ending}`)
  writeFileSync(at('draft'), JSON.stringify({ pid, texts }))
  renameSync(at('draft'), at('asked'))
  await expect.poll(() => existsSync(at('answer')), { timeout: 60_000 }).toBe(true)
  return JSON.parse(readFileSync(at('answer'), 'utf8')) as { counts: number[], bytes: number }
}
