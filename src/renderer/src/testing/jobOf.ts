import type { Job } from '@shared/domain/job'

const none: Job['counts'] = { waiting: 0, sending: 0, checking: 0, made: 0, refused: 0, notMade: 0, uncertain: 0, discarded: 0 }

/** A job as main tells of it, with this about it. */
export const jobOf = ({ counts, ...part }: Partial<Omit<Job, 'counts'>> & { counts?: Partial<Job['counts']> } = {}): Job => ({
  id: 'job', title: 'mon-fri 9-13 /15 4 weeks @Cardiology', at: 0, total: 300, state: 'running', sendsAt: null, perSecond: null, secondsLeft: null,
  hindrance: null, verified: null, counts: { ...none, ...counts }, ...part,
})
