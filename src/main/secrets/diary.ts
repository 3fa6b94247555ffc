import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { Clock, Log } from '@main/ports'
import { sealedLog } from './sealedLog'

export const DIARY_MS = 90 * 86_400_000
/** More than this nobody reads on a screen, and a window that gets more of them stops for a moment. */
const MOST = 10_000
/** A job notes hundreds of slots a second. */
const GATHER_MS = 50

interface Options<T> extends Omit<Parameters<typeof sealedLog<T>>[0], 'disk'> {
  clock: Clock
  log: Log
  /** Told after something was written. */
  onChange: () => void
}

/** What was done at this desk: sealed, kept for 90 days; in memory alone where the computer has no key store. */
export interface Diary<T> {
  /** Notes it, in the background: no action fails because it could not be noted. */
  add: (record: T) => void
  /** Records of the last 90 days, newest first, at most 10,000. Throws the file system's error. */
  read: () => Promise<T[]>
  /** Drops what is older. Throws the file system's error. */
  prune: () => Promise<void>
}

/** See `Diary`. */
export function diary<T extends { at: number }>({ clock, onChange, ...options }: Options<T>): Diary<T> {
  const sealed = sealedLog<T>({ gatherMs: GATHER_MS, ...options })
  let waiting: T[] = []
  let unwritten: T[] = []
  let writing: Promise<void> | undefined

  async function append(records: T[]): Promise<void> {
    try {
      await fs.mkdir(path.dirname(options.file), { recursive: true, mode: 0o700 })
      if (!await sealed.append(records)) unwritten = [...unwritten, ...records].slice(-MOST)
    } catch (cause) {
      options.log.warn('diary.failed', { purpose: options.binding.purpose, code: cause instanceof Error && 'code' in cause ? String(cause.code) : '' })
    }
  }

  /** What comes while the disk is at work goes in one piece after that: a job of a thousand slots is not a thousand waits for it. */
  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const records = waiting
      waiting = []
      await append(records)
    }
    writing = undefined
    onChange()
  }

  return {
    add(record) {
      waiting.push(record)
      writing ??= write()
    },
    async read() {
      await writing
      const oldest = clock() - DIARY_MS
      return [...await sealed.read(), ...unwritten].filter(({ at }) => at >= oldest).slice(-MOST).reverse()
    },
    prune: () => sealed.prune(({ at }) => at >= clock() - DIARY_MS),
  }
}
