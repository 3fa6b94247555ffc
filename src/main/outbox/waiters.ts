import { AppFailure } from '@shared/errors'
import type { Item } from './shelf'

/** Who waits for a word on a create. */
export interface Waiters {
  /** Resolves at `answer`, rejects at `refuse`. */
  wait: (item: Item) => Promise<void>
  answer: (item: Item) => void
  refuse: (item: Item, cause: unknown) => void
  /** Everything that somebody waits for. */
  items: () => Item[]
  /** Their account has left: rejects with `AppFailure` signedOut. */
  sendAway: () => void
}

interface Waiter { resolve: () => void, reject: (cause: unknown) => void }

/** See `Waiters`. */
export function waiters(): Waiters {
  const all = new Map<Item, Waiter[]>()
  const end = (item: Item, how: (waiter: Waiter) => void) => {
    const own = all.get(item) ?? []
    all.delete(item)
    own.forEach(how)
  }
  const refuse = (item: Item, cause: unknown) => { end(item, ({ reject }) => { reject(cause) }) }
  return {
    wait: (item) => new Promise((resolve, reject) => { all.set(item, [...all.get(item) ?? [], { resolve, reject }]) }),
    answer(item) { end(item, ({ resolve }) => { resolve() }) },
    refuse,
    items: () => [...all.keys()],
    sendAway() { for (const item of [...all.keys()]) refuse(item, new AppFailure({ kind: 'signedOut', reason: 'none' })) },
  }
}
