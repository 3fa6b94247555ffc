import * as v from 'valibot'
import { instantSchema } from './basics'
import { clinicIdsSchema } from './slot'

/** Why the downtime pack could not be written: its folder is not there, is full or may not be written; no data yet; anything else. */
export const packFaultSchema = v.picklist(['gone', 'full', 'readOnly', 'noData', 'refused'])
export type PackFault = v.InferOutput<typeof packFaultSchema>

/** The downtime pack of the person who is signed in: the next days as files that are read without the program. */
export const packStateSchema = v.strictObject({
  /** Whether packs may be written on this computer at all. */
  allowed: v.boolean(),
  /** Where it is written; null while it is off. */
  folder: v.nullable(v.string()),
  /** What is in it; null for the clinics on the board. */
  clinicIds: v.nullable(clinicIdsSchema),
  /** When the last one was made; null before the first. */
  writtenAt: v.nullable(instantSchema),
  /** Why the last attempt failed; null when it did not. */
  failing: v.nullable(packFaultSchema),
  writing: v.boolean(),
  /** Where a pack lies that is not renewed any more, because whoever chose that has left. */
  left: v.nullable(v.string()),
})
export type PackState = v.InferOutput<typeof packStateSchema>
