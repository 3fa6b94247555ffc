import type { Item } from '@main/outbox/shelf'
import type { Create } from '@shared/domain/outbox'
import type { ActivityNote } from '@shared/domain/activity'

/** What is noted of a create that is settled or was given up. */
export function noteOf({ key, create, reason, state, id, error, job }: Item): ActivityNote {
  const outcome = state === 'waiting' || state === 'sending' || state === 'checking' ? 'uncertain' : state
  const inJob = job ? { jobId: job.id } : {}
  return { action: 'create', kind: create.kind, id, outcome, failure: error?.kind ?? '', reason, key, ...inJob, ...placeOf(create) }
}

/** Whose it is and when. */
function placeOf({ kind, form }: Create): Partial<ActivityNote> {
  switch (kind) {
    case 'slot': return { clinicId: form.clinicId, date: form.date, start: form.start, end: form.end }
    case 'callRequest': return { doctorId: form.doctorId, date: form.date }
    default: return {}
  }
}
