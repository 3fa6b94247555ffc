import path from 'node:path'
import type { Activity } from './activity/activity'
import { noteOf } from './activity/noteOf'
import type { Changes } from './changes/changes'
import { after } from './feed/after'
import type { Report } from './feed/appErrorOf'
import { coalesce } from './feed/coalesce'
import type { Client } from './http/client'
import { jobsHandlers } from './jobs/handlers'
import { jobs } from './jobs/jobs'
import { runner } from './jobs/runner'
import { verify } from './jobs/verify'
import { creationsIn, type Lists, type Push } from './lists'
import { counter, type Counter } from './outbox/counter'
import { journal, unkeptJournal } from './outbox/journal'
import { outboxHandlers } from './outbox/handlers'
import { outbox } from './outbox/outbox'
import { SETTLE_AT } from './outbox/settle'
import { isUnderWay, type Item } from './outbox/shelf'
import type { Clock, KeyStore, Log } from './ports'
import { accountDigest, type DeskAccount } from './secrets/accountDigest'
import type { Disk } from './secrets/durableFile'
import type { Session } from './session/session'

/** At most so often the renderer asks again while a job runs. */
const HINT_MS = 500

interface Platform { folder: string, keyStore: KeyStore, log: Log, clock: Clock, push: Push, pace?: { settleAt: number[] }, disk?: Disk }

interface Dependencies {
  client: Client
  session: Pick<Session, 'access' | 'state'>
  known: Lists
  /** Whether an origin is the demo clinic's: it ends with the program, and so does all that was ordered there. */
  isDemo: (origin: string) => boolean
  holdSeconds: () => number
  activity: Pick<Activity, 'add'>
  changes: Pick<Changes, 'forget'>
  /** Told of each call request of which it is known what became of it; `id` is the one that was made, if one was. */
  onCallRequestSettled: (id: number | null, form: CallRequestForm) => void
  report: Report
}

type CallRequestForm = Extract<Item['create'], { kind: 'callRequest' }>['form']

/** Wires what is created, singly and by jobs: one journal for each account, one ledger for who is at the desk. */
export function ordering(platform: Platform, dependencies: Dependencies) {
  const { client, session, known, isDemo, holdSeconds, activity, changes, onCallRequestSettled, report } = dependencies
  const { clock, push } = platform
  const folder = path.join(platform.folder, 'journal')
  const reason = () => {
    const state = session.state()
    return state.status === 'signedOut' ? state.reason : 'none'
  }
  const hintAtJobs = coalesce(HINT_MS, after, () => {
    // First: what was shown as being sent must not vanish before it is shown as published.
    known.slots.flush()
    push('outbox:changed')
    push('jobs:changed')
  })
  const people: Counter = counter({
    creations: creationsIn(known), client, authority: session, after, report, reason,
    settleAt: platform.pace?.settleAt ?? SETTLE_AT,
    sleep: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds) }),
    journalOf: (account) => isDemo(account.origin) ? unkeptJournal : journal(accountDigest(account), { ...platform, folder }),
    runnerOf: (ledger, onFree) => runner({
      ledger, after, clock, onFree,
      onChange: hintAtJobs.touch,
      verify: (job) => verify(job, known.slots),
    }),
    goOn: (ledger, run) => { running.goOn(ledger, run) },
    onChange(item) {
      if (item.job) hintAtJobs.touch()
      else push('outbox:changed')
    },
    onSettled(item) {
      activity.add(noteOf(item))
      const { kind } = item.create
      // One whose answer was lost was found by listing, where it looked like news.
      if (item.id !== null && kind !== 'department') changes.forget(kind, item.id)
      if (item.create.kind === 'callRequest') onCallRequestSettled(item.id, item.create.form)
    },
    onTurn: hintAtJobs.flush,
  })
  const running = jobs({ open: people.open, after, clock, holdFor: () => holdSeconds() * 1000, onChange: hintAtJobs.touch })
  const singly = outbox({ counter: people, clock, onChange: () => { push('outbox:changed') } })
  return {
    arrive: people.arrive,
    leave: people.leave,
    /** Takes away what a person leaves behind who signs out. What an account that was switched off has begun stays: nobody gave it up. */
    wipe(account: DeskAccount) {
      if (reason() === 'none') people.wipe(account).catch(report)
    },
    /** Call requests that are being made, or were sent and may be there. Never rejects. */
    async ownCallRequests(): Promise<CallRequestForm[]> {
      const items = await people.open().then(({ ledger }) => [...ledger.shelf.singles.values()], () => [])
      return items.flatMap((item) => item.create.kind === 'callRequest' && (isUnderWay(item) || item.doubted) ? item.create.form : [])
    },
    jobs: running,
    outbox: singly,
    handlers: { ...outboxHandlers({ outbox: singly }), ...jobsHandlers({ jobs: running }) },
  }
}
