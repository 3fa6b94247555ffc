import type { Kept } from '@main/feed/feed'
import type { CacheState } from '@shared/domain/cacheState'
import { encodeDay } from './daySegment'
import { MANIFEST, nameOfDay, type Ledger, type ListName } from './ledger'
import { digestOf, encodeList, encodeRows } from './listSegment'
import { encodeManifest } from './manifest'
import type { Picture } from './picture'
import { beyondCapacity, keptDays } from './retention'
import type { Segments } from './segments'

/** What is not on the disk yet. */
export interface Pending {
  days: Set<number>
  lists: Map<ListName, Kept<unknown>>
  /** Anything, and be it that an answer brought nothing new. */
  news: boolean
}

interface Dependencies {
  files: Segments
  shown: Picture
  ledger: Ledger
  pending: Pending
  today: () => number
  /** Bytes for all days. */
  capacity: number
  isClosed: () => boolean
}

/**
 * Writes what is pending: days, lists, and last the manifest, which says no more than what was there when the writing began.
 * Returns why the disk refused, or null; what could not be written is pending again. Never throws.
 */
export async function writePending(dependencies: Dependencies): Promise<CacheState['failing']> {
  const { pending } = dependencies
  if (!pending.news) return null
  const days = new Set(pending.days)
  const lists = new Map(pending.lists)
  pending.days.clear()
  pending.lists.clear()
  pending.news = false
  try {
    await writeAll(dependencies, days, lists)
    return null
  } catch (cause) {
    for (const day of days) pending.days.add(day)
    for (const [name, kept] of lists) if (!pending.lists.has(name)) pending.lists.set(name, kept)
    pending.news = true
    return cause instanceof Error && 'code' in cause && ['ENOSPC', 'EDQUOT'].includes(String(cause.code)) ? 'full' : 'refused'
  }
}

async function writeAll(to: Dependencies, days: Set<number>, lists: Map<ListName, Kept<unknown>>): Promise<void> {
  const { files, shown, ledger, today, isClosed } = to
  const begun = { clinics: new Map(ledger.clinics), lists: new Map(ledger.lists) }
  await retire(to)
  // Today first.
  for (const day of keptDays(today()).filter((each) => days.has(each))) {
    const stored = shown.days.get(day)
    if (isClosed()) return
    if (stored) await writeFile(to, nameOfDay(day), (generation) => encodeDay(stored, generation))
    days.delete(day)
  }
  for (const [name, kept] of lists) {
    if (isClosed()) return
    await writeList(to, name, kept)
    lists.delete(name)
  }
  if (!isClosed()) await files.write(MANIFEST, manifestOf(to, begun))
}

/** Takes away the days that are no longer kept, and those for which there is no room. */
async function retire({ files, shown, ledger, today, capacity }: Dependencies): Promise<void> {
  const kept = new Set(keptDays(today()))
  const doomed = [...[...shown.days.keys()].filter((day) => !kept.has(day)), ...beyondCapacity(shown.sizes(), today(), capacity)]
  for (const day of doomed) {
    shown.drop(day)
    ledger.generations.delete(nameOfDay(day))
    await files.remove(nameOfDay(day))
  }
}

async function writeList(to: Dependencies, name: ListName, { value, fetchedAt, unusable }: Kept<unknown>): Promise<void> {
  const rows = encodeRows(value)
  const digest = digestOf(rows)
  if (to.ledger.digests.get(name) === digest) return
  await writeFile(to, name, (generation) => encodeList({ fetchedAt, unusable, generation, rows }))
  to.ledger.digests.set(name, digest)
}

async function writeFile({ files, ledger }: Dependencies, name: string, encode: (generation: number) => Uint8Array): Promise<void> {
  const generation = ledger.last += 1
  await files.write(name, encode(generation))
  ledger.generations.set(name, generation)
}

/** Clinics of which no day is kept any more are forgotten. */
function manifestOf({ shown, ledger }: Dependencies, begun: Pick<Ledger, 'clinics' | 'lists'>): Uint8Array {
  const kept = new Set([...shown.days.values()].flatMap((day) => [...day.keys()]))
  for (const id of ledger.clinics.keys()) if (!kept.has(id)) ledger.clinics.delete(id)
  return encodeManifest({
    clinics: Object.fromEntries([...begun.clinics].filter(([id]) => kept.has(id))),
    lists: Object.fromEntries(begun.lists),
    generations: Object.fromEntries(ledger.generations),
  })
}
