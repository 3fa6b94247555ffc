import * as v from 'valibot'
import { instantSchema } from '@shared/domain/basics'
import { initialsSchema, markChangeSchema, requestFactsSchema, requestMarkSchema } from '@shared/domain/triage'

const rangesSchema = v.array(v.strictTuple([v.pipe(v.number(), v.integer()), v.pipe(v.number(), v.integer())]))
const of = <K extends string, E extends v.ObjectEntries>(kind: K, entries: E) => v.strictObject({ kind: v.literal(kind), ...entries })

/** What happened to the call requests at this desk, in the order in which it is written down. */
export const recordSchema = v.variant('kind', [
  /** Everything up to here in one: whatever stands before it is void. */
  of('whole', {
    at: instantSchema,
    since: v.nullable(instantSchema),
    known: rangesSchema,
    marks: v.array(requestMarkSchema),
    facts: v.array(requestFactsSchema),
    gone: v.array(v.strictObject({ at: instantSchema, ids: rangesSchema })),
    /** Not in what earlier versions wrote. */
    initials: v.optional(initialsSchema, ''),
  }),
  /** The first list: taken as seen. */
  of('first', { at: instantSchema, ids: rangesSchema }),
  /** Not known before; `own` ones were made at this desk. */
  of('arrived', { at: instantSchema, own: v.boolean(), requests: v.array(requestFactsSchema) }),
  /** No longer on the server; `requests` are those of which more than the id is known. */
  of('left', { at: instantSchema, ids: rangesSchema, requests: v.array(requestFactsSchema) }),
  of('back', { ids: rangesSchema }),
  of('changed', { changes: v.array(markChangeSchema), requests: v.array(requestFactsSchema) }),
  /** How the person signs. */
  of('signed', { initials: initialsSchema }),
])
export type LedgerRecord = v.InferOutput<typeof recordSchema>
