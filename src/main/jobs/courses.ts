import type { Job } from '@main/outbox/shelf'
import type { Clock } from '@main/ports'
import type { AppError } from '@shared/errors'
import { rate, type Rate } from './rate'

/** Refusals for one reason, from the first slot on, after which a job stops to ask. */
const MOST_REFUSALS = 20

/** What is known of a job's way beside the journal, since it was started or resumed. */
export interface Course {
  rate: Rate
  /** The place that was reached. */
  place: number
  /** It is being compared with the lists. */
  isEnding: boolean
  /** A slot was made: from now on the server's refusals are about single slots. */
  made: () => void
  /** Whether this is one refusal too many. */
  isHopeless: (error: AppError) => boolean
}

/** Begins a job's way. */
function course(clock: Clock): Course {
  let trial: { reason: string, count: number } | null = { reason: '', count: 0 }
  return {
    rate: rate(clock), place: 0, isEnding: false,
    made() {
      trial = null
      this.rate.count()
    },
    isHopeless(error) {
      if (!trial) return false
      const reason = JSON.stringify(error)
      trial = { reason, count: trial.reason === reason ? trial.count + 1 : 1 }
      return trial.count >= MOST_REFUSALS
    },
  }
}

/** The ways of jobs, each begun when it is asked for. */
export function courses(clock: Clock) {
  const all = new Map<Job, Course>()
  return {
    of(job: Job): Course {
      const found = all.get(job) ?? course(clock)
      all.set(job, found)
      return found
    },
    forget: (job: Job) => { all.delete(job) },
  }
}
