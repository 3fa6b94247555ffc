import type { Create, OutboxEntry } from '@shared/domain/outbox'
import type { Job as JobShown } from '@shared/domain/job'
import type { AppError } from '@shared/errors'
import type { PlannedSlots } from '@shared/planner/preview'
import type { Standing } from './records'

/** One create, and how far it has come. */
export interface Item {
  readonly key: string
  readonly job: Job | null
  readonly at: number
  create: Create
  reason: string
  state: Standing
  id: number | null
  foundAfterwards: boolean
  error: AppError | null
  candidates: readonly number[]
  /** Ids that were there before it was sent; null when nobody knows, or it was never sent. */
  before: readonly number[] | null
  /** Its request may have been carried out: only a look at what is there tells. */
  isOpen: boolean
  /** It may have been sent although nothing says so: it is looked for before it is sent. */
  doubted: boolean
  dismissed: boolean
  /** How often it was sent and then was not there. */
  misses: number
}

/** Slots of one order. Its items are in the order of their being sent. */
export interface Job extends Pick<JobShown, 'id' | 'title' | 'at' | 'state' | 'sendsAt' | 'hindrance' | 'verified' | 'counts'> {
  slots: PlannedSlots
  items: Item[]
  dismissed: boolean
}

/** What belongs to one account. */
export interface Shelf {
  /** All creates by key, those of jobs too, oldest first. */
  items: Map<string, Item>
  /** Those of no job. */
  singles: Map<string, Item>
  jobs: Map<string, Job>
  /** By kind: ids of rows that are known to come from this desk. */
  claimed: Map<string, Set<number>>
}

export const emptyShelf = (): Shelf => ({ items: new Map(), singles: new Map(), jobs: new Map(), claimed: new Map() })

type Order = Pick<Item, 'key' | 'create' | 'reason' | 'at' | 'job'>

/** A create that waits. */
export const newItem = (order: Order): Item => ({
  ...order, state: 'waiting', id: null, foundAfterwards: false, error: null, candidates: [],
  before: null, isOpen: false, doubted: false, dismissed: false, misses: 0,
})

/** Changes an item; its job's numbers follow. */
export function change(item: Item, to: Partial<Item>): void {
  if (item.job && to.state && to.state !== item.state) {
    item.job.counts[item.state] -= 1
    item.job.counts[to.state] += 1
  }
  Object.assign(item, to)
}

/** Ids of rows of this kind that are known to come from this desk. */
export function claimedOf({ claimed }: Pick<Shelf, 'claimed'>, kind: string): Set<number> {
  const ids = claimed.get(kind) ?? new Set<number>()
  claimed.set(kind, ids)
  return ids
}

export const isUnderWay = ({ state }: Pick<Item, 'state'>): boolean => state === 'sending' || state === 'checking'

/** Nothing more happens to it by itself. */
export const isOver = ({ state }: Pick<Item, 'state'>): boolean =>
  state === 'made' || state === 'refused' || state === 'notMade' || state === 'discarded'

/** As the renderer sees it; one that was given up is refused without a reason. */
export const entryOf = ({ key, create, reason, at, state, id, foundAfterwards, error, candidates, job }: Item): OutboxEntry => ({
  key, create, reason, at, state: state === 'discarded' ? 'refused' : state, id, foundAfterwards, error,
  jobId: job?.id ?? null, candidates: [...candidates],
})
