import * as v from 'valibot'
import { instantSchema } from './basics'

/** Why an update that is downloaded is not put in place now. */
const reasonSchema = v.picklist(['job', 'waiting', 'refused'])
export type UpdateHindrance = v.InferOutput<typeof reasonSchema>

/** How the program stands to its newer versions. */
export const updatesSchema = v.variant('phase', [
  /** Nothing is looked for: `noFeed`: this copy was built without an address for updates. `managed`: an administrator switched it off. */
  v.strictObject({ phase: v.literal('off'), why: v.picklist(['noFeed', 'managed']) }),
  /** `checkedAt`: when the feed last said that there is nothing newer. */
  v.strictObject({ phase: v.literal('current'), checkedAt: v.nullable(instantSchema) }),
  v.strictObject({ phase: v.literal('checking') }),
  v.strictObject({ phase: v.literal('downloading'), version: v.string(), percent: v.number() }),
  /** Downloaded and checked. `hindrance`: why a restart would not put it in place now. */
  v.strictObject({ phase: v.literal('ready'), version: v.string(), hindrance: v.nullable(reasonSchema) }),
  /** `offline`: the feed can not be reached. `notGenuine`: what it gave is not what it announced, and was thrown away. */
  v.strictObject({ phase: v.literal('failed'), why: v.picklist(['offline', 'notGenuine', 'other']) }),
])
export type Updates = v.InferOutput<typeof updatesSchema>
