import type { Clock } from '@main/ports'
import type { CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import type { DayQuery, SlotForm } from '@shared/domain/slot'
import { AppFailure, type AppError } from '@shared/errors'
import { recheck, type Counter, type Open } from './counter'
import { apply } from './replay'
import { entryOf, isUnderWay } from './shelf'
import { daysEntries, openEntries, pendingOn, unsettledSlots } from './shown'
import { words, type Words } from './words'

interface Dependencies {
  counter: Counter
  clock: Clock
  onChange: () => void
}

/** Every create of the program: one order, written to the journal, one request, and in the end a word on what became of it. */
export interface Outbox extends Words {
  /**
   * Sends an order once, however often it comes: the same key again gives the same running or finished entry.
   * Resolves when it is settled, or waits because it can not be sent now. Throws `AppFailure` signedOut when another session has begun
   * meanwhile, notJournalled when it could not be written down: then it is not sent.
   */
  create: (order: CreateOrder) => Promise<OutboxEntry>
  /** Single creates that wait, are under way or ended otherwise than made, and those of jobs that need a person's word, oldest first. */
  read: () => Promise<OutboxEntry[]>
  /** Slots of a day that are not settled. */
  day: (query: DayQuery) => Promise<OutboxEntry[]>
  /** Slots that are not there yet, as far as anybody knows, of all days and clinics. */
  unsettledSlots: () => Promise<SlotForm[]>
  /** Tries at once to send what waits and to settle what is uncertain. */
  sendNow: () => Promise<void>
  /** Looks again what became of creates of which it could not be told: the server may be back. */
  recheck: () => void
  /** The server has answered something: what waits for it may go. */
  heard: () => void
  /** What would be lost by signing out. */
  pending: () => Promise<{ waiting: number, uncertain: number }>
}

/** See `Outbox`. */
export function outbox({ counter, clock, onChange }: Dependencies): Outbox {
  const begun = new Map<string, Promise<void>>()

  /** Writes an order down, once; nothing is known of it when that fails. */
  const accepted = (open: Open, order: CreateOrder) => {
    const writing = begun.get(order.key) ?? accept(open, order, clock(), onChange).finally(() => { begun.delete(order.key) })
    begun.set(order.key, writing)
    return writing
  }

  async function create(order: CreateOrder): Promise<OutboxEntry> {
    const open = await counter.open().catch(signedOutIn)
    if ('kind' in open) return refusedEntry(order, clock(), open)
    const { ledger: { shelf }, singles } = open
    if (!shelf.items.has(order.key)) await accepted(open, order)
    const item = shelf.items.get(order.key)!
    if (isUnderWay(item) || (item.state === 'waiting' && item.error === null)) await singles.push(item)
    return entryOf(item)
  }

  return {
    create,
    ...questions(counter),
    ...words({ counter, onChange }),
    async sendNow() {
      const open = await counter.open()
      recheck(open)
      open.singles.flush()
      open.runner.runAnew()
    },
    recheck() {
      const open = counter.now()
      if (open) recheck(open)
    },
    heard() {
      const open = counter.now()
      open?.singles.heard()
      open?.runner.heard()
    },
  }
}

async function accept({ ledger: { shelf, journal, isThere } }: Open, order: CreateOrder, at: number, onChange: () => void): Promise<void> {
  const record = { t: 'order' as const, ...order, at }
  await journal.write([record])
  if (isThere()) {
    apply(shelf, record)
    return onChange()
  }
  // Whoever ordered it hears that it was not taken, and orders it again.
  const { key } = order
  const givenUp = { t: 'stands' as const, key, state: 'discarded' as const, id: null, foundAfterwards: false, error: null, candidates: [] }
  await journal.write([givenUp]).catch(() => undefined)
  throw new AppFailure({ kind: 'signedOut', reason: 'none' })
}

function questions(counter: Counter): Pick<Outbox, 'read' | 'day' | 'unsettledSlots' | 'pending'> {
  /** Nothing, while nobody is at the desk. */
  const asked = async <T>(ask: (open: Open) => T, otherwise: T): Promise<T> => {
    const open = await counter.open().catch(() => undefined)
    return open ? ask(open) : otherwise
  }
  return {
    read: () => asked(({ ledger }) => openEntries(ledger.shelf), []),
    day: (query) => asked(({ ledger }) => daysEntries(ledger.shelf, query), []),
    unsettledSlots: () => asked(({ ledger }) => unsettledSlots(ledger.shelf), []),
    pending: () => asked(({ ledger }) => pendingOn(ledger.shelf), { waiting: 0, uncertain: 0 }),
  }
}

/** Why nobody is at the desk; anything else is thrown on. */
function signedOutIn(cause: unknown): AppError {
  if (cause instanceof AppFailure && cause.error.kind === 'signedOut') return cause.error
  throw cause
}

/** Nobody is at the desk: there is nowhere to write it. */
const refusedEntry = ({ key, create, reason }: CreateOrder, at: number, error: AppError): OutboxEntry =>
  ({ key, create, reason, at, state: 'refused', id: null, foundAfterwards: false, error, jobId: null, candidates: [] })
