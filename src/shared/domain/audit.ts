import * as v from 'valibot'
import { activityRecordSchema } from './activity'
import { idSchema, instantSchema } from './basics'

/** Something that somebody did at this computer: who, what and when. Ids only; nothing that was seen, typed or printed. */
export const auditRecordSchema = v.strictObject({
  at: instantSchema,
  /** The account's e-mail address, and the host of its server. */
  who: v.string(),
  server: v.string(),
  what: v.picklist([
    'signedIn', 'resumed', 'signedOut', 'locked', 'unlocked', 'unlockRefused', 'create', 'change', 'replace', 'remove', 'exported', 'printed',
  ]),
  /** Of a row of the server's: what it is, its id if it has one, and how it ended. */
  row: v.optional(v.strictObject({
    kind: activityRecordSchema.entries.kind, id: v.nullable(idSchema), outcome: activityRecordSchema.entries.outcome,
  })),
})
export type AuditRecord = v.InferOutput<typeof auditRecordSchema>
