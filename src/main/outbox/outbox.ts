import { appErrorOf, type Report } from '@main/feed/appErrorOf'
import type { Authority } from '@main/http/api'
import type { Client } from '@main/http/client'
import { inTurn } from '@main/inTurn'
import type { Clock } from '@main/ports'
import type { CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import { AppFailure } from '@shared/errors'
import { carryOut, findOut, type Course } from './carryOut'
import { creationOf, type Creation, type Creations } from './creation'
import { sendOnce } from './sendOnce'
import { settle, type Sleep } from './settle'
import { emptyShelf, entryIn, isUnderWay, noteOn, openEntries, type Kept, type Shelf } from './shelf'

interface Dependencies {
  creations: Creations
  client: Client
  authority: Authority
  clock: Clock
  /** Milliseconds after a lost answer at which is looked what became of it. */
  settleAt: readonly number[]
  sleep: Sleep
  onChange: () => void
  /** Told of each create that is settled. */
  onSettled: (entry: OutboxEntry, reason: string) => void
  report: Report
}

/** Every create of the program: one order, one request, and in the end a word on what became of it. */
export interface Outbox {
  /**
   * Sends an order once, however often it comes: the same key again gives the same running or finished entry.
   * Resolves when it is settled. Throws `AppFailure` signedOut when another session has begun meanwhile.
   */
  create: (order: CreateOrder) => Promise<OutboxEntry>
  /** What is under way, or ended otherwise than made, oldest first. */
  read: () => OutboxEntry[]
  /** Takes a finished entry off `read`. */
  dismiss: (of: { key: string }) => void
  /** Looks again what became of creates of which it could not be told: the server may be back. */
  recheck: () => void
  /** Forgets everything, for another account; what is under way is sent no more, and its end concerns nobody. */
  reset: () => void
}

/** See `Outbox`. */
export function outbox({ creations, client, authority, clock, settleAt, sleep, onChange, onSettled, report }: Dependencies): Outbox {
  let shelf = emptyShelf()

  /** A fault of ours on the way leaves open what became of it. */
  const guarded = (task: Promise<OutboxEntry>, { note }: Course) => task.catch((cause: unknown) => {
    if (cause instanceof AppFailure) throw cause
    return note({ state: 'uncertain', error: appErrorOf(cause, report) })
  })

  function begin(order: CreateOrder): Kept {
    const { key, create, reason } = order
    const creation = creationOf(creations, create)
    const of = shelf
    const course = courseOf(order, creation, of, () => of === shelf)
    const inLane = entryIn(shelf.lanes, creation.naturalKey, inTurn)
    const tell = (entry: OutboxEntry) => {
      onSettled(entry, reason)
      return entry
    }
    const again = async () => {
      const entry = await guarded(inLane(() => findOut(course, [0])), course)
      if (entry.state !== 'uncertain') tell(entry)
    }
    const kept: Kept = {
      entry: { key, create, at: clock(), reason, state: 'sending', id: null, foundAfterwards: false, error: null, jobId: null, candidates: [] },
      done: guarded(inLane(() => carryOut(course, settleAt)), course).then(tell),
      dismissed: false,
      // Rejects when its account has left meanwhile.
      findOut: () => { again().catch(() => undefined) },
    }
    shelf.orders.set(key, kept)
    onChange()
    return kept
  }

  function courseOf({ key, create }: CreateOrder, creation: Creation, of: Shelf, isThere: () => boolean): Course {
    const claimed = entryIn(of.claimed, create.kind, () => new Set<number>())
    return {
      creation, claimed, before: null,
      send: () => sendOnce(creation, { client, authority }),
      settle: (before, at) => settle(creation, { before, claimed, at, sleep, isThere }),
      stay() { if (!isThere()) throw new AppFailure({ kind: 'signedOut', reason: 'none' }) },
      note: (change) => noteOn(of, key, change, onChange),
    }
  }

  return {
    create: (order) => (shelf.orders.get(order.key) ?? begin(order)).done,
    read: () => openEntries(shelf),
    dismiss({ key }) {
      const kept = shelf.orders.get(key)
      if (!kept || isUnderWay(kept)) return
      kept.dismissed = true
      onChange()
    },
    recheck() {
      for (const { entry, dismissed, findOut } of shelf.orders.values()) if (entry.state === 'uncertain' && !dismissed) findOut()
    },
    reset() {
      shelf = emptyShelf()
      onChange()
    },
  }
}
