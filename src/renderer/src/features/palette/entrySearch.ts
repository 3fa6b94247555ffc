import { go, snapshot } from 'fuzzysort'
import type { EntryKind, PaletteEntry } from './paletteEntry'

/** Below this a match is an accident of letters. */
const LEAST = 0.35
/** What was chosen last goes before what matches a little better. */
const RECENT = 0.15
/** There are few actions and places, and they are what is meant by their first letters; a doctor is rather wanted on the board. */
const FAVOURED: Partial<Record<EntryKind, number>> = { action: 0.08, place: 0.08, clinic: 0.03, doctor: 0.03, department: 0.03 }

export interface Found { shown: PaletteEntry[], count: number }

/** Prepares entries for searching: by letters in their order, words in any order, without case and accents. Best first, at most `limit`. */
export function entrySearch(entries: readonly PaletteEntry[]): (query: string, recents: readonly string[], limit: number) => Found {
  const prepared = snapshot(entries, { key: ({ label, detail, also = '' }: PaletteEntry) => `${label} ${detail} ${also}` })
  return (query, recents, limit) => {
    const places = new Map(recents.map((id, index) => [id, RECENT * (1 - index / recents.length)]))
    const scoreFn = ({ score, obj }: { score: number, obj: PaletteEntry }) =>
      score < LEAST ? 0 : score + (places.get(obj.id) ?? 0) + (FAVOURED[obj.kind] ?? 0)
    const results = go<PaletteEntry>(query, prepared, { limit, threshold: LEAST, scoreFn })
    return { shown: results.map(({ obj }) => obj), count: results.total }
  }
}
