import type { After } from '@main/feed/after'
import type { Ledger } from '@main/outbox/ledger'
import { apply } from '@main/outbox/replay'
import type { RecordOf } from '@main/outbox/records'
import type { Item, Job } from '@main/outbox/shelf'
import type { Clock } from '@main/ports'
import type { AppError } from '@shared/errors'
import { gate } from './gate'
import { lanes } from './lanes'
import { pace } from './pace'
import { rate } from './rate'
import type { Verified } from './verify'

/** So many for each lane are begun: the next one is in the journal, and the disk is never waited for, when a lane becomes free. */
const AHEAD = 2
/** Slots that are being looked up at a time: more of them say that the server is not well. */
const MOST_CHECKING = 30
/** Refusals for one reason, from the first slot on, after which a job stops to ask. */
const MOST_REFUSALS = 20
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
  pause: (job: Job, why: AppError) => void
  perSecond: (job: Job) => number | null
  /** Why nothing is sent although jobs run. */
  hindrance: () => AppError | null
}

/** What is known of a running job beside the journal. */
interface Course { rate: ReturnType<typeof rate>, place: number, trial: Trial | null, isEnding: boolean }

/** Refusals for one reason in a row, before anything was made. */
interface Trial { reason: string, count: number }

/** See `Runner`. */
export function runner({ ledger, after, clock, verify, onChange, onFree }: Dependencies): Runner {
  const { shelf, journal, clerk, isThere } = ledger
  const courses = new Map<Job, Course>()
  const begun = new Set<Item>()
  const speed = pace()
  const ways = lanes(speed.cap)
  const door = gate(after, () => { run() })

  const courseOf = (job: Job): Course => {
    const course = courses.get(job) ?? { rate: rate(clock), place: 0, trial: { reason: '', count: 0 }, isEnding: false }
    courses.set(job, course)
    return course
  }

  const stands: Runner['stands'] = (job, to) => {
    const { id, state, hindrance, verified } = { ...job, ...to }
    const record: RecordOf<'jobStands'> = { t: 'jobStands', id, state, hindrance, verified }
    apply(shelf, record)
    courses.delete(job)
    onChange()
    return journal.write([record])
  }

  const pause = (job: Job, why: AppError) => {
    if (job.state === 'running') void stands(job, { state: 'paused', hindrance: why }).catch(() => undefined)
  }

  const waitingFrom = (job: Job, from: number) =>
    job.items.findIndex((item, place) => place >= from && item.state === 'waiting' && !clerk.isBusy(item))

  /** The next one that waits and need not wait for another create that looks the same. */
  function next(): Item | undefined {
    for (const job of shelf.jobs.values()) {
      if (job.state !== 'running' || job.counts.waiting === 0 || job.counts.checking >= MOST_CHECKING) continue
      const course = courseOf(job)
      const ahead = waitingFrom(job, course.place)
      // What was looked up and was not there waits again, behind the place that was reached.
      const place = ahead >= 0 ? ahead : waitingFrom(job, 0)
      if (place < 0) continue
      course.place = place
      return job.items[place]
    }
    return undefined
  }

  function run() {
    if (!isThere()) return
    while (door.isOpen() && begun.size < AHEAD * speed.cap()) {
      const item = next()
      if (!item) break
      go(item)
    }
    for (const job of shelf.jobs.values()) if (isDone(job)) void finish(job)
  }

  function go(item: Item) {
    begun.add(item)
    let lane: number | undefined
    let began = 0
    const { sent, settled } = clerk.send(item, async () => {
      lane = await ways.take()
      began = clock()
      return door.isOpen() ? `job-${lane}` : null
    })
    sent.then(() => { judge(item, clock() - began) }, () => undefined).finally(() => {
      begun.delete(item)
      if (lane !== undefined) ways.give(lane)
      run()
    })
    settled.then(() => {
      if (item.state === 'waiting') courseOf(item.job!).place = 0
      onFree()
      run()
    }, () => undefined)
  }

  /** Learns from an answer how to go on. */
  function judge(item: Item, ms: number) {
    const job = item.job!
    if (item.state === 'made') {
      speed.answered(ms)
      door.answered()
      const course = courseOf(job)
      course.trial = null
      course.rate.count()
    }
    if (item.state === 'refused') refused(job, item.error)
    if (item.state === 'checking') {
      speed.slowed()
      door.lost(item.error)
    }
    if (item.state !== 'waiting') return
    courseOf(job).place = 0
    if (item.error?.kind === 'notJournalled') pause(job, item.error)
    else if (item.error) {
      if (item.error.kind === 'throttled') speed.slowed()
      door.unsent(item.error)
      onChange()
    }
  }

  function refused(job: Job, error: AppError | null) {
    door.answered()
    const { trial } = courseOf(job)
    if (!trial || !error) return
    const reason = JSON.stringify(error)
    Object.assign(trial, { reason, count: trial.reason === reason ? trial.count + 1 : 1 })
    if (trial.count >= MOST_REFUSALS) pause(job, error)
  }

  const isDone = (job: Job) =>
    job.state === 'running' && job.counts.waiting + job.counts.sending + job.counts.checking === 0 && !courseOf(job).isEnding

  /** Lists the clinics again and says what is there. A list that can not be read leaves that open. */
  async function finish(job: Job) {
    courseOf(job).isEnding = true
    let verified: Verified | null = null
    for (let left = VERIFY_TRIES; left > 0 && verified === null; left -= 1) {
      verified = await verify(job)
      if (!isThere()) return
      if (verified === null && left > 1) await new Promise<void>((resolve) => { after(VERIFY_AGAIN_MS, resolve) })
    }
    if (job.state === 'running' && job.counts.waiting === 0) await stands(job, { state: 'finished', verified }).catch(() => undefined)
    else run()
  }

  return {
    run,
    runAnew() {
      door.open()
      run()
    },
    heard: () => { door.heard() },
    stands,
    pause,
    perSecond: (job) => courses.get(job)?.rate.perSecond() ?? null,
    hindrance: door.reason,
  }
}
