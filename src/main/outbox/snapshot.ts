import type { JournalRecord } from './records'
import { isOver, type Item, type Job, type Shelf } from './shelf'

/** The fewest records that tell of everything on the shelf that somebody still waits for or has not taken off. */
export function snapshotOf(shelf: Shelf): JournalRecord[] {
  const jobs = [...shelf.jobs.values()].filter(isKept)
  const singles = [...shelf.singles.values()].filter(isKeptSingle)
  const records = [...jobs.flatMap(recordsOfJob), ...singles.flatMap(recordsOfSingle)]
  // What is still open is told from this desk's other rows by their ids.
  return records.length === 0 ? [] : [...claimedOnly(shelf), ...records]
}

const isKept = (job: Job) => !job.dismissed || !job.items.every(isOver)
const isKeptSingle = (item: Item) => !isOver(item) || (!item.dismissed && item.state !== 'made' && item.state !== 'discarded')

const claimedOnly = ({ claimed }: Shelf): JournalRecord[] =>
  [...claimed].filter(([, ids]) => ids.size > 0).map(([kind, ids]) => ({ t: 'claimed', kind, ids: [...ids] }))

function recordsOfSingle(item: Item): JournalRecord[] {
  const { key, create, reason, at } = item
  return [{ t: 'order', key, create, reason, at }, ...stepsOf(item)]
}

function recordsOfJob(job: Job): JournalRecord[] {
  const { id, title, at, slots, state, hindrance, verified, items, dismissed } = job
  return [
    { t: 'job', id, title, at, slots },
    ...items.flatMap(stepsOf),
    ...state === 'held' ? [] : [{ t: 'jobStands' as const, id, state, hindrance, verified }],
    ...dismissed ? [{ t: 'dismissed' as const, key: id }] : [],
  ]
}

function stepsOf(item: Item): JournalRecord[] {
  const { key, create, at, before, state, id, foundAfterwards, error, candidates, isOpen, dismissed } = item
  const steps: JournalRecord[] = []
  if (isOpen || before !== null) steps.push({ t: 'sending', key, create, at, before: before && [...before] })
  if (!isOpen || state === 'uncertain') steps.push({ t: 'stands', key, state, id, foundAfterwards, error, candidates: [...candidates] })
  if (dismissed) steps.push({ t: 'dismissed', key })
  return state === 'waiting' && steps.length === 1 && error === null ? [] : steps
}
