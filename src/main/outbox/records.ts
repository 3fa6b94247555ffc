import * as v from 'valibot'
import { idSchema, instantSchema } from '@shared/domain/basics'
import { createSchema } from '@shared/domain/outbox'
import { plannedSlotsSchema } from '@shared/planner/preview'
import { appErrorSchema } from '@shared/errors'

const of = <T extends string, E extends v.ObjectEntries>(t: T, entries: E) => v.strictObject({ t: v.literal(t), ...entries })
const key = v.string()
const ids = v.array(idSchema)
const error = v.nullable(appErrorSchema)
const create = createSchema

/** How a create stands; `discarded` was given up before it was sent. */
export const standing = v.picklist(['waiting', 'sending', 'checking', 'made', 'notMade', 'refused', 'uncertain', 'discarded'])
export type Standing = v.InferOutput<typeof standing>

export const jobStanding = v.picklist(['held', 'running', 'paused', 'stopped', 'finished'])

/** What is written to the journal, each line of it before the program acts on it. */
export const journalRecordSchema = v.variant('t', [
  /** A create that a person ordered. */
  of('order', { key, create, reason: v.string(), at: instantSchema }),
  /** The same for all slots of a job, in columns; the key of each is `<id>/<place>`. */
  of('job', { id: v.string(), title: v.string(), at: instantSchema, slots: plannedSlotsSchema }),
  /** It is about to be sent. `before`: ids that are there and could be taken for it; null when nobody knows. */
  of('sending', { key, create, at: instantSchema, before: v.nullable(ids) }),
  /** What became of it, or that it waits again. */
  of('stands', { key, state: standing, id: v.nullable(idSchema), foundAfterwards: v.boolean(), error, candidates: ids }),
  of('amended', { key, create, reason: v.string() }),
  /** A create or a job was taken off the list. */
  of('dismissed', { key }),
  of('jobStands', { id: v.string(), state: jobStanding, hindrance: error, verified: v.nullable(v.strictObject({ missing: v.number(), twice: v.number() })) }),
  /** Rows that come from creates whose own records are gone. */
  of('claimed', { kind: v.string(), ids }),
])
export type JournalRecord = v.InferOutput<typeof journalRecordSchema>
export type RecordOf<T extends JournalRecord['t']> = Extract<JournalRecord, { t: T }>

/**
 * A record as it goes to the disk. What only the journal knows (an order, a person's word) is written twice, so that no single
 * damage takes it; what the server's list can tell as well, once.
 */
export function copiesOf(record: JournalRecord): JournalRecord[] {
  switch (record.t) {
    case 'order':
    case 'job':
    case 'amended':
    case 'jobStands': return [record, record]
    case 'stands': return record.state === 'discarded' ? [record, record] : [record]
    default: return [record]
  }
}

