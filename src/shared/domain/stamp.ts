import * as v from 'valibot'
import { appErrorSchema } from '../errors'
import { instantSchema } from './basics'

/** Where a column's or a list's data come from, and how old they are: what its truth stamp shows. */
export const stampSchema = v.strictObject({
  /** When the data that are shown were fetched; null when there are none. */
  fetchedAt: v.nullable(instantSchema),
  /** They come from this computer's disk, and the server has not confirmed them since the program started. */
  cached: v.boolean(),
  /** A request for newer data is under way. */
  loading: v.boolean(),
  /** Why the last request failed; null when it did not. Data that were there before stay. */
  failed: v.nullable(appErrorSchema),
  /** Rows of the last answer that could not be used and are not shown. */
  unusable: v.number(),
})
export type Stamp = v.InferOutput<typeof stampSchema>

export const emptyStamp: Stamp = { fetchedAt: null, cached: false, loading: false, failed: null, unusable: 0 }
