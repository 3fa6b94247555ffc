import type { After } from '@main/feed/after'
import { apply } from '@main/outbox/replay'
import type { Ledger } from '@main/outbox/ledger'
import type { RecordOf } from '@main/outbox/records'
import type { Job } from '@main/outbox/shelf'
import type { Clock } from '@main/ports'
import type { Job as JobShown, JobOrder } from '@shared/domain/job'
import { AppFailure } from '@shared/errors'
import { holds } from './holds'
import type { Runner } from './runner'

interface Dependencies {
  /** What is open of who is at the desk, once it is read. Throws `AppFailure` signedOut. */
  open: () => Promise<{ ledger: Ledger, runner: Runner }>
  after: After
  clock: Clock
  /** Milliseconds for which a job is held before its first request. */
  holdFor: () => number
  onChange: () => void
}

type Of = { id: string }

/** Numbers of slots that are created one after the other. All but `read` throw `AppFailure`: notFound, signedOut, notJournalled. */
export interface Jobs {
  /** The same id again is the same job. */
  start: (order: JobOrder) => Promise<JobShown>
  /** Newest first, until they are dismissed. */
  read: () => Promise<JobShown[]>
  pause: (of: Of) => Promise<JobShown>
  resume: (of: Of) => Promise<JobShown>
  stop: (of: Of) => Promise<JobShown>
  dismiss: (of: Of) => Promise<void>
  /** Holds anew what was held when the program ended or its person left, and goes on with the others. */
  goOn: (ledger: Ledger, runner: Runner) => void
}

/** See `Jobs`. */
export function jobs({ open, after, clock, holdFor, onChange }: Dependencies): Jobs {
  const { letGo, begin, hold } = holds({ after, clock, holdFor, onChange })

  /** Does something to a job, and says how it stands then. */
  const doing = (task: (job: Job, runner: Runner) => Promise<void> | void) => async ({ id }: Of) => {
    const { ledger, runner } = await open()
    const job = ledger.shelf.jobs.get(id)
    if (!job) throw new AppFailure({ kind: 'notFound' })
    await task(job, runner)
    return shown(job, runner)
  }

  return {
    async start({ id, title, slots }) {
      const { ledger, runner } = await open()
      const known = ledger.shelf.jobs.get(id)
      if (known) return shown(known, runner)
      const job = await written(ledger, { t: 'job', id, title, slots, at: clock() })
      await hold(job, ledger, runner)
      return shown(job, runner)
    },
    async read() {
      const found = await open().catch(() => undefined)
      if (!found) return []
      const { ledger, runner } = found
      return [...ledger.shelf.jobs.values()].filter(({ dismissed }) => !dismissed).reverse().map((job) => shown(job, runner))
    },
    pause: doing(async (job, runner) => {
      letGo(job)
      if (job.state === 'held' || job.state === 'running') await runner.stands(job, { state: 'paused', hindrance: null })
    }),
    resume: doing(async (job, runner) => { if (job.state === 'paused' || job.state === 'held') await begin(job, runner) }),
    stop: doing(async (job, runner) => {
      letGo(job)
      if (job.state !== 'stopped' && job.state !== 'finished') await runner.stands(job, { state: 'stopped', hindrance: null })
    }),
    async dismiss({ id }) {
      const { ledger } = await open()
      const job = ledger.shelf.jobs.get(id)
      if (!job || (job.state !== 'stopped' && job.state !== 'finished')) return
      apply(ledger.shelf, { t: 'dismissed', key: id })
      onChange()
      await ledger.journal.write([{ t: 'dismissed', key: id }])
    },
    goOn(ledger, runner) {
      for (const job of ledger.shelf.jobs.values()) if (job.state === 'held') void hold(job, ledger, runner).catch(() => undefined)
      runner.runAnew()
    },
  }
}

/** Takes a job in. Throws `AppFailure` (notJournalled): then nothing is known of it. */
async function written({ shelf, journal }: Ledger, record: RecordOf<'job'>): Promise<Job> {
  apply(shelf, record)
  const job = shelf.jobs.get(record.id)!
  try {
    await journal.write([record])
  } catch (cause) {
    shelf.jobs.delete(job.id)
    for (const { key } of job.items) shelf.items.delete(key)
    throw cause
  }
  return job
}

function shown(job: Job, runner: Runner): JobShown {
  const { id, title, at, items, state, sendsAt, counts, hindrance, verified } = job
  const perSecond = state === 'running' ? runner.perSecond(job) : null
  const left = counts.waiting + counts.sending
  return {
    id, title, at, total: items.length, state, sendsAt: state === 'held' ? sendsAt : null, counts: { ...counts }, perSecond,
    secondsLeft: perSecond ? Math.ceil(left / perSecond) : null,
    hindrance: hindrance ?? (state === 'running' ? runner.hindrance() : null), verified,
  }
}
