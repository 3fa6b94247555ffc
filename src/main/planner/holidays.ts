import * as fs from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { inTurn } from '@main/inTurn'
import type { Clock, Log } from '@main/ports'
import { readIfThere, writeDurably } from '@main/secrets/durableFile'
import { holidaySetsSchema, type HolidaySet } from '@shared/planner/holidays'

/** Damaged files that are kept for somebody who can mend them. */
const DAMAGED = 3

interface Dependencies { file: string, clock: Clock, log: Log }

/** The lists of holidays of the whole desk, whoever is signed in: one file, not sealed, for it holds no secret. */
export interface Holidays {
  /** None when there is no file; one that is damaged is set aside. Throws the file system's error. */
  read: () => Promise<HolidaySet[]>
  /** Keeps these in place of all others, the days of each in order and once. Throws the file system's error; then the old ones stay. */
  keep: (sets: HolidaySet[]) => Promise<HolidaySet[]>
}

/** See `Holidays`. */
export function holidays({ file, clock, log }: Dependencies): Holidays {
  const turn = inTurn()

  async function read(): Promise<HolidaySet[]> {
    const bytes = await readIfThere(file)
    if (!bytes) return []
    const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), holidaySetsSchema), Buffer.from(bytes).toString('utf8'))
    if (stored.success) return stored.output
    await setAside()
    return []
  }

  /** Under a name that tells when; of several the newest stay. */
  async function setAside() {
    log.warn('holidays.damaged')
    const prefix = `${path.basename(file)}.damaged-`
    await fs.rename(file, path.join(path.dirname(file), prefix + String(clock()).padStart(15, '0')))
    const names = (await fs.readdir(path.dirname(file))).filter((name) => name.startsWith(prefix)).sort()
    await Promise.all(names.slice(0, -DAMAGED).map((name) => fs.unlink(path.join(path.dirname(file), name))))
  }

  return {
    read: () => turn(read),
    keep: (sets) => turn(async () => {
      const kept = sets.map(({ name, days }) => ({ name, days: inOrder(days) }))
      await writeDurably(file, Buffer.from(JSON.stringify(kept, undefined, 2)))
      return kept
    }),
  }
}

const inOrder = (days: HolidaySet['days']) =>
  [...new Map(days.map((each) => [each.day, each])).values()].sort((a, b) => a.day < b.day ? -1 : 1)
