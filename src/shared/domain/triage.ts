import * as v from 'valibot'
import { idSchema, instantSchema } from './basics'

/**
 * What this desk keeps of call requests, on this computer only: the API knows a request's day and doctor, nothing else.
 */
export const requestStates = ['new', 'seen', 'inHand', 'done'] as const

/** Initials of a person at this desk; '' for nobody's. */
export const initialsSchema = v.pipe(v.string(), v.trim(), v.maxLength(8))

/** What a person may change, by fields. */
const changeable = {
  state: v.picklist(requestStates),
  /** Until when it is put off; null when it is not. Another request for the same doctor is not put off by it. */
  snoozedUntil: v.nullable(instantSchema),
  pinned: v.boolean(),
  note: v.pipe(v.string(), v.maxLength(1000)),
  /** Initials of who takes care of it; '' when nobody does. */
  owner: initialsSchema,
}

/**
 * A call request as this desk marked it. One that was there before this desk first looked, and was never touched, has no mark: it is seen.
 */
export const requestMarkSchema = v.strictObject({
  id: idSchema,
  ...changeable,
  /** When this desk first saw it; null when it was there before this desk first looked. */
  firstSeenAt: v.nullable(instantSchema),
})
export type RequestMark = v.InferOutput<typeof requestMarkSchema>

/** A request's day (as in `numberOfDay`) and doctor, kept for when the server no longer has it. */
export const requestFactsSchema = v.strictObject({
  id: idSchema,
  day: v.number(),
  doctor: v.strictObject({ id: idSchema, name: v.string() }),
})
export type RequestFacts = v.InferOutput<typeof requestFactsSchema>

/** One that is no longer on the server. */
export const goneRequestSchema = v.strictObject({ ...requestFactsSchema.entries, goneAt: instantSchema })

/** What this desk knows beside the server's list. */
export const triageSchema = v.strictObject({
  marks: v.array(requestMarkSchema),
  /** Counts the changes of marks; to ask for what changed later. */
  revision: v.number(),
  /** Only the marks that changed after the revision that was asked by are here: all others are as they were. */
  partial: v.boolean(),
  /** Newest first, for 30 days; their marks are among `marks`. */
  gone: v.array(goneRequestSchema),
  /** How many on the server's list are new. */
  unseen: v.number(),
  /** When this desk first looked; null before the first good answer. */
  since: v.nullable(instantSchema),
  /** Of the person who is signed in, as they gave them; '' before. */
  initials: initialsSchema,
  /** Whether it outlives the program: false where the computer has no key store or its disk refuses. */
  kept: v.boolean(),
})
export type Triage = v.InferOutput<typeof triageSchema>

/** The fields that change of one request. */
export const markChangeSchema = v.strictObject({ id: idSchema, ...v.partial(v.strictObject(changeable)).entries })
export type MarkChange = v.InferOutput<typeof markChangeSchema>

/** A request that was there before this desk first looked. */
export const untouched = (id: number): RequestMark =>
  ({ id, state: 'seen', snoozedUntil: null, pinned: false, note: '', owner: '', firstSeenAt: null })

/** Who touches a new request has seen it, whatever was changed. */
export function withChange(mark: RequestMark, change: MarkChange): RequestMark {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return { ...mark, ...mark.state === 'new' && { state: 'seen' as const }, ...given }
}

/** Many at once, so that "mark all as seen" is one step, to do and to undo. */
export const markChangesSchema = v.pipe(v.array(markChangeSchema), v.minLength(1), v.maxLength(10_000))

/** How a request stands at this desk now. One that was put off comes back by itself when its time is over. */
export type Standing = 'new' | 'seen' | 'inHand' | 'snoozed' | 'done'

/** See `Standing`; a request without a mark is seen. */
export function standingOf(mark: Pick<RequestMark, 'state' | 'snoozedUntil'> | undefined, now: number): Standing {
  if (!mark) return 'seen'
  const isPutOff = mark.snoozedUntil !== null && mark.snoozedUntil > now
  return isPutOff && mark.state !== 'done' ? 'snoozed' : mark.state
}
