import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import { removeDurably, writeDurably } from '@main/secrets/durableFile'
import type { PackFault } from '@shared/domain/pack'
import { clockText, wallClock } from '@shared/domain/time'

/** The names of a new pack's files. Several desks may write into one folder: each name is its own. */
export function packNames(made: number, zone: string): Record<'pdf' | 'csv', string> {
  const { day, seconds } = wallClock(made, zone)
  const name = `downtime-pack-${day}-${clockText(seconds).replace(':', '')}-${randomBytes(3).toString('hex')}`
  return { pdf: `${name}.pdf`, csv: `${name}.csv` }
}

/** Writes files so that each is there as a whole or not at all; all of them, or none. Throws the file system's error. */
export async function writePack(folder: string, files: Record<string, Uint8Array>): Promise<void> {
  const names = Object.keys(files)
  try {
    for (const name of names) await writeDurably(path.join(folder, name), files[name]!)
  } catch (cause) {
    await Promise.all(names.map((name) => fs.rm(path.join(folder, name), { force: true }).catch(() => undefined)))
    throw cause
  }
}

/** Deletes a pack's files, and what a killed write left of them. False when the disk refused. */
export async function removePack(folder: string, names: readonly string[]): Promise<boolean> {
  try {
    const isHalf = (name: string) => names.some((own) => name.startsWith(`${own}.tmp-`))
    const halves = (await fs.readdir(folder)).filter(isHalf)
    for (const name of [...names, ...halves]) await removeDurably(path.join(folder, name))
    return true
  } catch {
    return false
  }
}

const FAULTS: Record<string, PackFault> = {
  ENOENT: 'gone', ENOTDIR: 'gone', ENODEV: 'gone', ENXIO: 'gone',
  ENOSPC: 'full', EDQUOT: 'full',
  EROFS: 'readOnly', EACCES: 'readOnly', EPERM: 'readOnly',
}

/** What an error of the file system means for whoever chose the folder. */
export const packFaultOf = (cause: unknown): PackFault =>
  (cause instanceof Error && 'code' in cause ? FAULTS[String(cause.code)] : undefined) ?? 'refused'
