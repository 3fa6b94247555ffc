import type { Clock } from '@main/ports'
import type { CreateOrder, OutboxEntry, OutboxVerdict } from '@shared/domain/outbox'
import type { DayQuery, SlotForm } from '@shared/domain/slot'
import { AppFailure, type AppError } from '@shared/errors'
import type { Counter, Open } from './counter'
import { apply } from './replay'
import type { JournalRecord } from './records'
import { change, entryOf, isUnderWay, type Item } from './shelf'
import { daysEntries, openEntries, pendingOn, unsettledSlots } from './shown'

interface Dependencies {
  counter: Counter
  clock: Clock
  onChange: () => void
}

type Of = { key: string }

/**
 * Every create of the program: one order, written to the journal, one request, and in the end a word on what became of it.
 * All but the questions throw `AppFailure`: notFound, signedOut, notJournalled, and conflict for one that is not what it was.
 */
export interface Outbox {
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
  /** Takes one that ended off `read`. */
  dismiss: (of: Of) => Promise<void>
  /** Gives up one that waits. */
  discard: (of: Of) => Promise<void>
  /** Gives up all that waits, is under way or uncertain, and stops all jobs. */
  discardAll: () => Promise<void>
  /** Changes one that waits. */
  amend: (order: CreateOrder) => Promise<OutboxEntry>
  /** Sends one that was refused or not made once more. */
  retry: (of: Of) => Promise<OutboxEntry>
  /** Tries at once to send what waits and to settle what is uncertain. */
  sendNow: () => Promise<void>
  resolve: (verdict: OutboxVerdict) => Promise<OutboxEntry>
  /** Looks again what became of creates of which it could not be told: the server may be back. */
  recheck: () => void
  /** The server has answered something: what waits for it may go. */
  heard: () => void
  /** What would be lost by signing out. */
  pending: () => Promise<{ waiting: number, uncertain: number }>
}

const conflict: AppError = { kind: 'conflict', detail: '' }

/** See `Outbox`. */
export function outbox({ counter, clock, onChange }: Dependencies): Outbox {
  const begun = new Map<string, Promise<void>>()

  /** Writes an order down; nothing is known of it when that fails. */
  async function accept({ ledger: { shelf, journal, isThere } }: Open, order: CreateOrder): Promise<void> {
    const record = { t: 'order' as const, ...order, at: clock() }
    await journal.write([record])
    if (isThere()) {
      apply(shelf, record)
      return onChange()
    }
    const isGivenUp = { t: 'stands' as const, key: order.key, state: 'discarded' as const, id: null, foundAfterwards: false, error: null, candidates: [] }
    await journal.write([isGivenUp]).catch(() => undefined)
    throw new AppFailure({ kind: 'signedOut', reason: 'none' })
  }

  async function create(order: CreateOrder): Promise<OutboxEntry> {
    const open = await counter.open().catch((cause: unknown) => {
      if (cause instanceof AppFailure && cause.error.kind === 'signedOut') return cause.error
      throw cause
    })
    if ('kind' in open) return refusedEntry(order, clock(), open)
    const { ledger: { shelf }, singles } = open
    if (!shelf.items.has(order.key)) {
      const writing = begun.get(order.key) ?? accept(open, order).finally(() => { begun.delete(order.key) })
      begun.set(order.key, writing)
      await writing
    }
    const item = shelf.items.get(order.key)!
    if (isUnderWay(item) || (item.state === 'waiting' && item.error === null)) await singles.push(item)
    return entryOf(item)
  }

  async function of(key: string): Promise<Open & { item: Item }> {
    const open = await counter.open()
    const item = open.ledger.shelf.items.get(key)
    if (!item) throw new AppFailure({ kind: 'notFound' })
    return { ...open, item }
  }

  const write = async ({ ledger: { shelf, journal } }: Open, records: JournalRecord[]) => {
    for (const record of records) apply(shelf, record)
    onChange()
    await journal.write(records)
  }

  return {
    create,
    ...questions(counter),
    async dismiss({ key }) {
      const open = await of(key)
      if (!isUnderWay(open.item) && open.item.state !== 'waiting') await write(open, [{ t: 'dismissed', key }])
    },
    async discard({ key }) {
      const { item, ledger } = await of(key)
      if (item.state !== 'waiting') throw new AppFailure(conflict)
      await ledger.clerk.stands(item, { state: 'discarded', error: null })
    },
    async discardAll() {
      const open = await counter.open()
      await giveUpAll(open)
      onChange()
    },
    async amend({ key, create: to, reason }) {
      const open = await of(key)
      if (open.item.state !== 'waiting' || (open.item.job && to.kind !== 'slot')) throw new AppFailure(conflict)
      await write(open, [{ t: 'amended', key, create: to, reason }])
      open.singles.flush()
      open.runner.run()
      return entryOf(open.item)
    },
    async retry({ key }) {
      const open = await of(key)
      const { item, singles } = open
      if (item.state !== 'refused' && item.state !== 'notMade') throw new AppFailure(conflict)
      await takeBack(open)
      if (!item.job) await singles.push(item)
      return entryOf(item)
    },
    async sendNow() {
      const { singles, runner } = await counter.open()
      recheckAll(counter.now())
      singles.flush()
      runner.runAnew()
    },
    async resolve({ key, id }) {
      const { item, ledger } = await of(key)
      if (item.state !== 'uncertain') throw new AppFailure(conflict)
      await ledger.clerk.stands(item, { state: id === null ? 'notMade' : 'made', id, foundAfterwards: id !== null, candidates: [] })
      return entryOf(item)
    },
    recheck: () => { recheckAll(counter.now()) },
    heard() {
      const open = counter.now()
      open?.singles.heard()
      open?.runner.heard()
    },
  }
}

const questions = (counter: Counter): Pick<Outbox, 'read' | 'day' | 'unsettledSlots' | 'pending'> => {
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

function recheckAll(open: Open | undefined): void {
  if (!open) return
  const { ledger: { shelf, clerk }, runner } = open
  for (const item of shelf.items.values()) {
    if (item.state === 'uncertain' && !item.dismissed) clerk.findOut(item, [0]).then(runner.run, () => undefined)
  }
}

/** Nobody is at the desk: there is nowhere to write it. */
const refusedEntry = ({ key, create, reason }: CreateOrder, at: number, error: AppError): OutboxEntry =>
  ({ key, create, reason, at, state: 'refused', id: null, foundAfterwards: false, error, jobId: null, candidates: [] })

/** What was refused or not made waits again, and is looked for before it is sent: it may have come late. */
async function takeBack({ item, ledger: { clerk }, runner }: Open & { item: Item }): Promise<void> {
  const isLate = item.state === 'notMade'
  const { job } = item
  if (job && job.state !== 'running' && job.state !== 'paused') await runner.stands(job, { state: 'running', hindrance: null, verified: null })
  await clerk.stands(item, { state: 'waiting', error: null, candidates: [] })
  change(item, { doubted: isLate, misses: 0 })
  runner.runAnew()
}

async function giveUpAll({ ledger: { shelf, clerk }, runner, singles }: Open): Promise<void> {
  const writes = [...shelf.jobs.values()]
    .filter(({ state }) => state !== 'stopped' && state !== 'finished')
    .map((job) => runner.stands(job, { state: 'stopped', hindrance: null }))
  for (const item of shelf.items.values()) {
    if (!isUnderWay(item) && item.state !== 'waiting' && item.state !== 'uncertain') continue
    writes.push(clerk.stands(item, { state: 'discarded', error: null }))
    singles.answer(item)
  }
  await Promise.all(writes)
}
