import * as v from 'valibot'
import { settingsSchema } from './settings'

/** What an administrator fixed for this computer; everything else is the person's to choose. */
export const policySchema = v.strictObject({
  /** The only server that may be signed in to. */
  server: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000))),
  lockMinutes: v.optional(settingsSchema.entries.lockMinutes),
  sessionHours: v.optional(settingsSchema.entries.sessionHours),
  signOutAt: v.optional(settingsSchema.entries.signOutAt),
  /** Whether notifications name the doctor. */
  notifyDoctor: v.optional(settingsSchema.entries.notifyDoctor),
  /** Whether downtime packs, which are not sealed, may be written. */
  downtimePack: v.optional(v.boolean()),
  /** Whether the program looks for newer versions. */
  updates: v.optional(v.boolean()),
  /** Whether a crash leaves a dump, which may hold anything that was in memory, in the profile's folder. */
  crashDumps: v.optional(v.boolean()),
})
export type Policy = v.InferOutput<typeof policySchema>

/** How the administrator's file was taken: there is none, it holds, users may write it and so it does not, or it is none. */
export const policyStateSchema = v.strictObject({
  state: v.picklist(['none', 'holds', 'writable', 'broken']),
  /** Where it is looked for. */
  file: v.string(),
  fixed: v.array(v.picklist(Object.keys(policySchema.entries) as (keyof Policy)[])),
})
export type PolicyState = v.InferOutput<typeof policyStateSchema>
