import type { Frames } from '@main/secrets/frames'
import type { Create } from '@shared/domain/outbox'
import { dayOfNumber } from '@shared/domain/time'
import type { PlannedSlots } from '@shared/planner/preview'
import type { JournalRecord, RecordOf } from './records'
import { change, claimedOf, emptyShelf, isUnderWay, newItem, type Item, type Job, type Shelf } from './shelf'

/**
 * Does to the shelf what a record says. The program acts through the same function by which a start reads the journal, so both come
 * to the same. Records come twice, or without those before them.
 */
export function apply(shelf: Shelf, record: JournalRecord): void {
  switch (record.t) {
    case 'order': return order(shelf, record)
    case 'job': return job(shelf, record)
    case 'sending': return sending(shelf, record)
    case 'stands': return stands(shelf, record)
    case 'amended': return withItem(shelf, record.key, (item) => { change(item, { create: record.create, reason: record.reason }) })
    case 'dismissed': return dismissed(shelf, record.key)
    case 'jobStands': return jobStands(shelf, record)
    case 'claimed': for (const id of record.ids) claimedOf(shelf, record.kind).add(id)
  }
}

/**
 * The shelf that a journal tells of. What waits is doubted where the journal is damaged, for the record of its sending may be gone. A job's
 * slot always is: a disk that lost the end of a file which it had called written leaves no trace, and a look for it costs nothing.
 */
export function replayed({ records, damaged }: Frames<JournalRecord>): Shelf {
  const shelf = emptyShelf()
  for (const record of records) apply(shelf, record)
  for (const item of shelf.items.values()) {
    if (item.isOpen) change(item, { state: 'checking' })
    if (item.state === 'waiting' && (damaged > 0 || item.job)) item.doubted = true
  }
  return shelf
}

function order(shelf: Shelf, { key, create, reason, at }: RecordOf<'order'>): void {
  if (!shelf.items.has(key)) addSingle(shelf, newItem({ key, create, reason, at, job: null }))
}

function addSingle({ items, singles }: Shelf, item: Item): Item {
  items.set(item.key, item)
  singles.set(item.key, item)
  return item
}

function job({ items, jobs }: Shelf, { id, title, at, slots }: RecordOf<'job'>): void {
  if (jobs.has(id)) return
  const { length } = slots.days
  const counts = { waiting: length, sending: 0, checking: 0, made: 0, refused: 0, notMade: 0, uncertain: 0, discarded: 0 }
  const made: Job = { id, title, at, slots, items: [], state: 'held', sendsAt: null, hindrance: null, verified: null, counts, dismissed: false }
  jobs.set(id, made)
  for (let place = 0; place < length; place += 1) {
    const item = newItem({ key: `${id}/${place}`, create: slotAt(slots, place), reason: '', at, job: made })
    made.items.push(item)
    items.set(item.key, item)
  }
}

const slotAt = ({ clinicIds, days, starts, ends }: PlannedSlots, place: number): Create => ({
  kind: 'slot', form: { clinicId: clinicIds[place]!, date: dayOfNumber(days[place]!), start: starts[place]!, end: ends[place]! },
})

/** Whose order can not be read any more is rebuilt from this: it was sent, and somebody must hear what became of it. */
function sending(shelf: Shelf, { key, create, at, before }: RecordOf<'sending'>): void {
  const item = shelf.items.get(key) ?? addSingle(shelf, newItem({ key, create, reason: '', at, job: null }))
  change(item, { create, state: 'sending', before, isOpen: true, doubted: false, error: null, candidates: [] })
}

function stands(shelf: Shelf, now: RecordOf<'stands'>): void {
  withItem(shelf, now.key, (item) => {
    const { id, foundAfterwards, error, candidates } = now
    const isGivenUp = item.job?.state === 'stopped' && (now.state === 'waiting' || now.state === 'notMade')
    const state = isGivenUp ? 'discarded' : now.state
    change(item, {
      state, id, foundAfterwards, error, candidates, isOpen: isUnderWay({ state }) || state === 'uncertain', dismissed: false,
      // A connection that was never made, says the network; it may be wrong, and a look costs little.
      doubted: state === 'waiting' && error?.kind === 'offline' && item.before !== null,
    })
    if (id !== null) claimedOf(shelf, item.create.kind).add(id)
  })
}

function dismissed({ items, jobs }: Shelf, key: string): void {
  const kept = items.get(key) ?? jobs.get(key)
  if (kept) kept.dismissed = true
}

function jobStands({ jobs }: Shelf, { id, state, hindrance, verified }: RecordOf<'jobStands'>): void {
  const found = jobs.get(id)
  if (!found) return
  Object.assign(found, { state, hindrance, verified, sendsAt: null, dismissed: found.dismissed && state !== 'running' })
  if (state !== 'stopped') return
  for (const item of found.items) if (item.state === 'waiting') change(item, { state: 'discarded' })
}

function withItem({ items }: Shelf, key: string, task: (item: Item) => void): void {
  const item = items.get(key)
  if (item) task(item)
}
