import type { After } from '@main/feed/after'
import type { Ledger } from '@main/outbox/ledger'
import { apply } from '@main/outbox/replay'
import type { RecordOf } from '@main/outbox/records'
import type { Item, Job } from '@main/outbox/shelf'
import type { Clock } from '@main/ports'
import type { AppError } from '@shared/errors'
import { courses } from './courses'
import { gate } from './gate'
import { dispatch } from './dispatch'
import type { Verified } from './verify'

/** Slots that are being looked up at a time: more of them say that the server is not well. */
const MOST_CHECKING = 30
const VERIFY_TRIES = 3
const VERIFY_AGAIN_MS = 5000

interface Dependencies {
  ledger: Ledger
  after: After
  clock: Clock
  verify: (job: Job) => Promise<Verified | null>
  onChange: () => void
  /** A create is settled: another one that looks the same may go now. */
  onFree: () => void
}

/** Runs the jobs of one account: the oldest first, several requests at a time. */
export interface Runner {
  /** Sends what may be sent, now and by itself from then on. */
  run: () => void
  /** As `run`, whatever was wrong before. */
  runAnew: () => void
  /** Something else says that the server answers. */
  heard: () => void
  /** How a job stands from now on. Resolves when that is on the disk; throws `AppFailure` (notJournalled). */
  stands: (job: Job, to: Partial<Pick<Job, 'state' | 'hindrance' | 'verified'>>) => Promise<void>
  /** Stops a job until a person has seen why. */
  pause: (job: Job, why: AppError) => void
  perSecond: (job: Job) => number | null
  /** Why nothing is sent although jobs run. */
  hindrance: () => AppError | null
}

/** See `Runner`. */
export function runner({ ledger, after, clock, verify, onChange, onFree }: Dependencies): Runner {
  const { shelf, clerk, isThere } = ledger
  const ways = courses(clock)
  const door = gate(after, () => { run() })
  const stands = standing(ledger, (job) => {
    ways.forget(job)
    onChange()
  })
  const pause = (job: Job, why: AppError) => {
    if (job.state === 'running' || job.state === 'held') stands(job, { state: 'paused', hindrance: why }).catch(() => undefined)
  }
  const { isFull, go } = dispatch({ clerk, clock, isOpen: door.isOpen, onAnswer: learn, onSettled })

  const next = nextIn(ledger, ways.of)

  /** What was uncertain turned out not to be there, and waits again. */
  function reopen(job: Job) {
    if (job.state === 'finished' && job.counts.waiting > 0) stands(job, { state: 'running', verified: null }).catch(() => undefined)
  }

  function run() {
    if (!isThere()) return
    shelf.jobs.forEach(reopen)
    while (door.isOpen() && !isFull()) {
      const item = next()
      if (!item) break
      go(item)
    }
    for (const job of shelf.jobs.values()) if (isDone(job)) void finish(job)
  }

  function onSettled() {
    onFree()
    run()
  }

  function learn(item: Item) {
    hear(item as Item & { job: Job }, { door, ways, pause })
    onChange()
    run()
  }

  const isDone = (job: Job) => job.state === 'running' && isIdle(job) && !ways.of(job).isEnding

  async function finish(job: Job) {
    ways.of(job).isEnding = true
    const verified = await patiently(() => isThere() ? verify(job) : Promise.resolve(null), after)
    if (!isThere() || job.state !== 'running') return
    ways.of(job).isEnding = false
    if (isDone(job)) await stands(job, { state: 'finished', verified }).catch(() => undefined)
    else run()
  }

  return {
    run, stands, pause,
    runAnew() {
      door.open()
      run()
    },
    heard: door.heard,
    perSecond: (job) => ways.of(job).rate.perSecond(),
    hindrance: door.reason,
  }
}

interface Course { door: ReturnType<typeof gate>, ways: ReturnType<typeof courses>, pause: Runner['pause'] }

/** Learns from an answer how to go on. */
function hear({ job, state, error }: Item & { job: Job }, { door, ways, pause }: Course): void {
  if (state === 'made' || state === 'refused') door.answered()
  if (state === 'made') ways.of(job).made()
  if (state === 'checking') door.lost(error)
  if (state === 'refused' && error && ways.of(job).isHopeless(error)) pause(job, error)
  if (state !== 'waiting' || !error) return
  if (error.kind === 'notJournalled') pause(job, error)
  else door.unsent(error)
}

const isIdle = ({ counts }: Job) => counts.waiting + counts.sending + counts.checking === 0

const standing = ({ shelf, journal, onSettled }: Ledger, onChange: (job: Job) => void): Runner['stands'] => (job, to) => {
  const { id, state, hindrance, verified } = { ...job, ...to }
  const record: RecordOf<'jobStands'> = { t: 'jobStands', id, state, hindrance, verified }
  const unsent = state === 'stopped' ? job.items.filter((item) => item.state === 'waiting') : []
  apply(shelf, record)
  unsent.forEach(onSettled)
  onChange(job)
  return journal.write([record])
}

/** Finds the next slot that waits and need not wait for another create that looks the same: of the oldest job first. */
const nextIn = ({ shelf, clerk }: Ledger, wayOf: (job: Job) => { place: number }) => (): Item | undefined => {
  for (const job of shelf.jobs.values()) {
    if (job.state !== 'running' || job.counts.waiting === 0 || job.counts.checking >= MOST_CHECKING) continue
    const way = wayOf(job)
    const waitingFrom = (from: number) => job.items.findIndex((item, place) => place >= from && item.state === 'waiting' && !clerk.isBusy(item))
    const ahead = waitingFrom(way.place)
    // What was looked up and was not there waits again, behind the place that was reached.
    const place = ahead >= 0 ? ahead : waitingFrom(0)
    if (place < 0) continue
    way.place = place
    return job.items[place]
  }
  return undefined
}

/** What the lists say. Lists that can not be read leave that open. */
async function patiently(verify: () => Promise<Verified | null>, after: After): Promise<Verified | null> {
  for (let left = VERIFY_TRIES; ; left -= 1) {
    const verified = await verify()
    if (verified !== null || left === 1) return verified
    await new Promise<void>((resolve) => { after(VERIFY_AGAIN_MS, resolve) })
  }
}
