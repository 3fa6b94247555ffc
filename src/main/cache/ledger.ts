import type { Fetched, Manifest } from './manifest'

/** The lists that are kept beside the slots. */
export type ListName = 'staff' | 'departments' | 'directory' | 'callRequests'

export const LISTS: readonly ListName[] = ['staff', 'departments', 'directory', 'callRequests']
export const MANIFEST = 'manifest'
const DAY = 'day:'
export const nameOfDay = (day: number): string => `${DAY}${day}`
export const isDayName = (name: string): boolean => name.startsWith(DAY)

/** What the manifest will say when it is written next. */
export interface Ledger {
  clinics: Map<number, Fetched>
  lists: Map<ListName, Fetched>
  /** By file's name: the generation that lies on the disk. */
  generations: Map<string, number>
  /** By list: a digest of the rows that lie on the disk. */
  digests: Map<ListName, string>
  /** The last generation that was given to a file. */
  last: number
}

export const emptyLedger = (): Ledger => ({ clinics: new Map(), lists: new Map(), generations: new Map(), digests: new Map(), last: 0 })

/** Takes in what the manifest said. */
export function readInto(ledger: Ledger, { clinics, lists, generations }: Manifest): void {
  for (const [id, fetched] of Object.entries(clinics)) ledger.clinics.set(Number(id), fetched)
  for (const name of LISTS) if (lists[name]) ledger.lists.set(name, lists[name])
  for (const [name, generation] of Object.entries(generations)) noteGeneration(ledger, name, generation)
}

/** Takes note of a file's generation; false when the file is older than the one that was there: it was put back. */
export function noteGeneration(ledger: Ledger, name: string, generation: number): boolean {
  const before = ledger.generations.get(name) ?? 0
  ledger.generations.set(name, Math.max(before, generation))
  ledger.last = Math.max(ledger.last, generation)
  return generation >= before
}
