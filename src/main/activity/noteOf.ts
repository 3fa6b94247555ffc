import type { OutboxEntry } from '@shared/domain/outbox'
import type { ActivityNote } from '@shared/domain/activity'

/** What is noted of a create that is settled. `reason` is why a warning was overruled. */
export function noteOf({ create, state, id, error }: OutboxEntry, reason: string): ActivityNote {
  const outcome = state === 'waiting' || state === 'sending' || state === 'checking' ? 'uncertain' : state
  const of = create.kind === 'slot' ? { clinicId: create.form.clinicId } : create.kind === 'callRequest' ? { doctorId: create.form.doctorId } : {}
  return { action: 'create', kind: create.kind, id, outcome, failure: error?.kind ?? '', reason, ...of }
}
