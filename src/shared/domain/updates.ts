import * as v from 'valibot'
import { instantSchema } from './basics'

/** Why an update that is downloaded is not put in place now. */
const reasonSchema = v.picklist(['job', 'waiting', 'refused'])
export type UpdateHindrance = v.InferOutput<typeof reasonSchema>

/**
 * `offline`: the feed can not be reached. `untrusted`: its certificate is not trusted here. `notGenuine`: what it gave is not what it
 * announced, and was thrown away.
 */
const faultSchema = v.picklist(['offline', 'untrusted', 'notGenuine', 'other'])
export type UpdateFault = v.InferOutput<typeof faultSchema>

/** How the program stands to its newer versions. */
export const updatesSchema = v.variant('phase', [
  /**
   * Nothing is looked for: `noFeed`: this copy has no address for updates, or can not put them in place. `managed`: an administrator
   * switched it off.
   */
  v.strictObject({ phase: v.literal('off'), why: v.picklist(['noFeed', 'managed']) }),
  /** `checkedAt`: when the feed last said that there is nothing newer. */
  v.strictObject({ phase: v.literal('current'), checkedAt: v.nullable(instantSchema) }),
  v.strictObject({ phase: v.literal('checking') }),
  v.strictObject({ phase: v.literal('downloading'), version: v.string(), percent: v.number() }),
  /** Downloaded and checked. `hindrance`: why a restart would not put it in place now. */
  v.strictObject({ phase: v.literal('ready'), version: v.string(), hindrance: v.nullable(reasonSchema) }),
  v.strictObject({ phase: v.literal('failed'), why: faultSchema }),
])
export type Updates = v.InferOutput<typeof updatesSchema>
