import { appErrorOf, type Report } from '@main/feed/appErrorOf'
import type { Lane } from '@main/ports'
import type { Create } from '@shared/domain/outbox'
import { AppFailure, type AppError } from '@shared/errors'
import type { Creation } from './creation'
import type { Journal } from './journal'
import type { Keyed } from './keyed'
import { apply } from './replay'
import type { RecordOf } from './records'
import { isPassing, type Sent } from './sendOnce'
import { settle, type Sleep } from './settle'
import { change, claimedOf, isOver, type Item, type Shelf } from './shelf'

/** How often a job sends a slot that was not there afterwards. */
const MOST_MISSES = 8

interface Dependencies {
  shelf: Shelf
  journal: Pick<Journal, 'write'>
  turns: Keyed
  creationOf: (create: Create) => Creation
  sendOnce: (creation: Creation, lane: Lane) => Promise<Sent>
  settleAt: readonly number[]
  sleep: Sleep
  /** Whether its account is still the desk's: then and only then anything is sent or looked up. */
  isThere: () => boolean
  onChange: (item: Item) => void
  /** Told of each create that came to an end, or can not be told. */
  onSettled: (item: Item) => void
  /** The server made something else of it. */
  onAltered: (item: Item) => void
  report: Report
}

/** The way on which one goes out, once it is free; asked for when its record is on the disk. Null when it is not to go now. */
type TakeLane = () => Promise<Lane | null>

/** Sends the creates of one account, each once, and finds out what became of them. */
export interface Clerk {
  /**
   * Sends one that waits. `sent` resolves when the server has answered or its answer is lost, `settled` when nothing more happens to it
   * by itself or it waits again. Both reject with `AppFailure` signedOut when its account has left meanwhile.
   */
  send: (item: Item, takeLane: TakeLane) => { sent: Promise<void>, settled: Promise<void> }
  /** Looks again what became of one that was sent, at these milliseconds from now. */
  findOut: (item: Item, at: readonly number[]) => Promise<void>
  /** Writes what it stands like now. Resolves when that is on the disk; throws `AppFailure` (notJournalled). */
  stands: (item: Item, to: Partial<Pick<Item, 'state' | 'id' | 'foundAfterwards' | 'error' | 'candidates'>>) => Promise<void>
  /** Another create that looks the same is under way: this one has to wait for it. */
  isBusy: (item: Item) => boolean
}

/** See `Clerk`. */
export function clerk(dependencies: Dependencies): Clerk {
  const { shelf, journal, turns, creationOf, sendOnce, settleAt, sleep, isThere, onChange, onSettled, onAltered, report } = dependencies

  function stay() { if (!isThere()) throw new AppFailure({ kind: 'signedOut', reason: 'none' }) }

  const stands: Clerk['stands'] = (item, to) => {
    const { key, state, id, foundAfterwards, error, candidates } = { ...item, ...to }
    const record: RecordOf<'stands'> = { t: 'stands', key, state, id, foundAfterwards, error, candidates: [...candidates] }
    const wasSettled = isOver(item) || item.state === 'uncertain'
    apply(shelf, record)
    onChange(item)
    if ((isOver(item) || item.state === 'uncertain') && !(wasSettled && item.state === 'uncertain')) onSettled(item)
    return journal.write([record])
  }
  /** Without waiting for the disk: a record of an outcome that is lost is found again by a look at what is there. */
  const note: typeof stands = async (item, to) => { void stands(item, to).catch(() => undefined) }

  /** Back in the queue, as if nothing had been begun. */
  function leave(item: Item, error: AppError | null) {
    const isGivenUp = item.job?.state === 'stopped'
    change(item, { state: isGivenUp ? 'discarded' : 'waiting', error })
    onChange(item)
    if (isGivenUp) onSettled(item)
  }

  const isSending = ({ state }: Item) => state === 'sending'
  const isWanted = (item: Item) => isSending(item) && (item.job === null || item.job.state === 'running')

  async function deliver(item: Item, takeLane: TakeLane): Promise<void> {
    stay()
    if (item.state !== 'waiting') return
    const creation = creationOf(item.create)
    change(item, { state: 'sending' })
    onChange(item)
    if (item.doubted && !await isSurelyNotThere(item, creation)) return
    const record = await journalled(item, creation)
    if (!record) return
    const lane = await takeLane()
    stay()
    if (!isSending(item)) return
    // The journal says that it may have been sent: after a crash it is looked for, which costs little.
    if (lane === null || !isWanted(item)) return leave(item, null)
    apply(shelf, record)
    await take(item, await sendOnce(creation, lane))
  }

  /** Looks at what is there and writes down that it is about to be sent; undefined when it is not to be sent now. */
  async function journalled(item: Item, creation: Creation): Promise<RecordOf<'sending'> | undefined> {
    const before = await creation.fresh() ? creation.near() : null
    stay()
    if (!isSending(item)) return undefined
    const failure = before === null ? creation.failure() : null
    // Without a look at what was there nobody could tell what became of it; a job has time.
    if (failure && (item.job || isPassing(failure))) return void leave(item, failure)
    if (!isWanted(item)) return void leave(item, null)
    const record: RecordOf<'sending'> = { t: 'sending', key: item.key, create: item.create, at: item.at, before }
    try {
      await journal.write([record])
    } catch {
      return void leave(item, { kind: 'notJournalled' })
    }
    stay()
    return record
  }

  async function take(item: Item, sent: Sent): Promise<void> {
    stay()
    if (!isSending(item)) return
    if (sent.state === 'made') {
      // Before it is noted: what was shown as being sent must not vanish before it is shown as there.
      sent.made.take()
      await note(item, { state: 'made', id: sent.made.id, error: null })
      if (sent.made.isAltered) onAltered(item)
      return
    }
    const state = { refused: 'refused', unsent: 'waiting', unknown: 'checking' } as const
    await note(item, { state: state[sent.state], error: sent.error })
  }

  /** Looks for one that may have been sent before. False when it is there, or that can not be told now. */
  async function isSurelyNotThere(item: Item, creation: Creation): Promise<boolean> {
    const isRead = item.error ? await creation.anew() : await creation.fresh()
    stay()
    if (!isRead) {
      leave(item, creation.failure())
      return false
    }
    await judge(item, [0], async () => true)
    return isSending(item)
  }

  async function judge(item: Item, at: readonly number[], anew?: () => Promise<boolean>): Promise<void> {
    const { create, before, job } = item
    const creation = creationOf(create)
    const claimed = claimedOf(shelf, create.kind)
    const looking = { alike: creation.alike, near: creation.near, anew: anew ?? creation.anew }
    const verdict = await settle(looking, { before, claimed, at, sleep, isThere, isPatient: job !== null && at.length > 1 })
    stay()
    if (item.state === 'discarded' || isOver(item)) return
    if (verdict.state === 'made') return note(item, { state: 'made', id: verdict.id, foundAfterwards: true, error: null, candidates: [] })
    if (verdict.state === 'uncertain') return note(item, { state: 'uncertain', candidates: verdict.candidates })
    if (item.state === 'sending') return change(item, { doubted: false })
    item.misses += 1
    const isRepeated = job !== null && item.misses < MOST_MISSES
    return note(item, isRepeated ? { state: 'waiting', error: null, candidates: [] } : { state: 'notMade', candidates: [] })
  }

  /** A fault of ours on the way leaves open what became of it. */
  async function guarded(item: Item, task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (cause) {
      if (cause instanceof AppFailure) throw cause
      await note(item, { state: 'uncertain', error: appErrorOf(cause, report) })
    }
  }

  const keyOf = ({ create }: Item) => creationOf(create).naturalKey

  return {
    stands,
    isBusy: (item) => turns.isBusy(keyOf(item)),
    send(item, takeLane) {
      let [onSent, onFailed]: [() => void, (cause: unknown) => void] = [() => undefined, () => undefined]
      const sent = new Promise<void>((resolve, reject) => { [onSent, onFailed] = [resolve, reject] })
      const settled = turns.run(keyOf(item), () => guarded(item, async () => {
        await deliver(item, takeLane).then(onSent)
        if (item.state === 'checking') await judge(item, settleAt)
      }))
      settled.catch(onFailed).finally(onSent)
      return { sent, settled }
    },
    findOut: (item, at) => turns.run(keyOf(item), () => guarded(item, async () => {
      stay()
      if (item.state === 'checking' || item.state === 'uncertain') await judge(item, at)
    })),
  }
}
