import type { inTurn } from '@main/inTurn'
import type { OutboxEntry } from '@shared/domain/outbox'

/** One order, and how far it has come. */
export interface Kept {
  entry: OutboxEntry
  done: Promise<OutboxEntry>
  dismissed: boolean
  /** Looks again what became of it. */
  findOut: () => void
}

/** What belongs to one account: its orders by key. */
export interface Shelf {
  orders: Map<string, Kept>
  /** By natural key: creates that could not be told apart in a list go one after the other. */
  lanes: Map<string, ReturnType<typeof inTurn>>
  /** By kind: ids of rows that are known to come from this desk. */
  claimed: Map<string, Set<number>>
}

export const emptyShelf = (): Shelf => ({ orders: new Map(), lanes: new Map(), claimed: new Map() })

export const isUnderWay = ({ entry }: Kept): boolean => entry.state === 'sending' || entry.state === 'checking'

/** What is under way, or ended otherwise than made and was not taken off, oldest first. */
export const openEntries = ({ orders }: Shelf): OutboxEntry[] =>
  [...orders.values()].filter((kept) => isUnderWay(kept) || (kept.entry.state !== 'made' && !kept.dismissed)).map(({ entry }) => entry)

/** Changes the entry of an order, and tells of it; the entry as it is now. */
export function noteOn({ orders }: Shelf, key: string, change: Partial<OutboxEntry>, onChange: () => void): OutboxEntry {
  const kept = orders.get(key)!
  kept.entry = { ...kept.entry, ...change }
  onChange()
  return kept.entry
}

/** What a map holds under a key, made if there is nothing yet. */
export function entryIn<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
