import type { CreateOrder, OutboxEntry, OutboxVerdict } from '@shared/domain/outbox'
import { AppFailure, type AppError } from '@shared/errors'
import type { Counter, Open } from './counter'
import { apply } from './replay'
import type { JournalRecord } from './records'
import { change, entryOf, isUnderWay, type Item } from './shelf'

type Of = { key: string }

/**
 * What a person says of a create. All throw `AppFailure`: notFound, signedOut, notJournalled, and conflict for one that is not what it
 * was.
 */
export interface Words {
  /** Takes one that ended off the list. */
  dismiss: (of: Of) => Promise<void>
  /** Gives up one that waits. */
  discard: (of: Of) => Promise<void>
  /** Gives up all that waits, is under way or uncertain, and stops all jobs. */
  discardAll: () => Promise<void>
  /** Changes one that waits. */
  amend: (order: CreateOrder) => Promise<OutboxEntry>
  /** Sends one that was refused or not made once more. One of a job takes its turn in it. */
  retry: (of: Of) => Promise<OutboxEntry>
  /** The row that one of which nobody could tell became; null when it was not made. */
  resolve: (verdict: OutboxVerdict) => Promise<OutboxEntry>
}

const conflict: AppError = { kind: 'conflict', detail: '' }

/** See `Words`. */
export function words({ counter, onChange }: { counter: Pick<Counter, 'open'>, onChange: () => void }): Words {
  async function of(key: string): Promise<Open & { item: Item }> {
    const open = await counter.open()
    const item = open.ledger.shelf.items.get(key)
    if (!item) throw new AppFailure({ kind: 'notFound' })
    return { ...open, item }
  }

  const write = async ({ ledger: { shelf, journal } }: Open, record: JournalRecord) => {
    apply(shelf, record)
    onChange()
    await journal.write([record])
  }

  return {
    async dismiss({ key }) {
      const open = await of(key)
      if (!isUnderWay(open.item) && open.item.state !== 'waiting') await write(open, { t: 'dismissed', key })
    },
    async discard({ key }) {
      const { item, ledger } = await of(key)
      if (item.state !== 'waiting') throw new AppFailure(conflict)
      await ledger.clerk.stands(item, { state: 'discarded', error: null })
    },
    async discardAll() { await giveUpAll(await counter.open()) },
    async amend({ key, create, reason }) {
      const open = await of(key)
      const { item, singles, runner } = open
      if (item.state !== 'waiting' || (item.job && create.kind !== 'slot')) throw new AppFailure(conflict)
      await write(open, { t: 'amended', key, create, reason })
      singles.flush()
      runner.run()
      return entryOf(item)
    },
    async retry({ key }) {
      const open = await of(key)
      const { item, singles } = open
      if (item.state !== 'refused' && item.state !== 'notMade') throw new AppFailure(conflict)
      await takeBack(open)
      if (!item.job) await singles.push(item)
      return entryOf(item)
    },
    async resolve({ key, id }) {
      const { item, ledger } = await of(key)
      if (item.state !== 'uncertain') throw new AppFailure(conflict)
      await ledger.clerk.stands(item, { state: id === null ? 'notMade' : 'made', id, foundAfterwards: id !== null, candidates: [] })
      return entryOf(item)
    },
  }
}

/** What was refused or not made waits again; the latter is looked for before it is sent: it may have come late. */
async function takeBack({ item, ledger: { clerk }, runner }: Open & { item: Item }): Promise<void> {
  const isLate = item.state === 'notMade'
  const { job } = item
  if (job && job.state !== 'running' && job.state !== 'paused') await runner.stands(job, { state: 'running', hindrance: null, verified: null })
  const written = clerk.stands(item, { state: 'waiting', error: null, candidates: [] })
  change(item, { doubted: isLate, misses: 0 })
  await written
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
