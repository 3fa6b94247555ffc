import type { After } from '@main/feed/after'
import type { Ledger } from '@main/outbox/ledger'
import type { Job } from '@main/outbox/shelf'
import type { Clock } from '@main/ports'
import type { Runner } from './runner'

interface Dependencies {
  after: After
  clock: Clock
  /** Milliseconds for which a job is held before its first request. */
  holdFor: () => number
  onChange: () => void
}

/** Holds jobs for a while before their first request, so that they can still be called off. */
export function holds({ after, clock, holdFor, onChange }: Dependencies) {
  const held = new Map<Job, () => void>()

  function letGo(job: Job) {
    held.get(job)?.()
    held.delete(job)
  }

  /** Where that can not be written down, the job pauses and says why. */
  async function begin(job: Job, runner: Runner) {
    letGo(job)
    await runner.stands(job, { state: 'running', hindrance: null }).catch(() => { runner.pause(job, { kind: 'notJournalled' }) })
    runner.runAnew()
  }

  async function hold(job: Job, { isThere }: Ledger, runner: Runner) {
    letGo(job)
    const wait = holdFor()
    if (wait === 0) return begin(job, runner)
    job.sendsAt = clock() + wait
    held.set(job, after(wait, () => { if (isThere() && job.state === 'held') void begin(job, runner) }))
    onChange()
  }

  return { letGo, begin, hold }
}
