import * as v from 'valibot'

/** How the copy of the clinic's data on this computer's disk fares, in this run of the program. */
export const cacheStateSchema = v.strictObject({
  /** Files that were damaged. They are set aside and fetched again; all others go on. */
  setAside: v.strictObject({ days: v.number(), lists: v.number() }),
  /** Why the newest data could not be written to the disk; null while they are, and where nothing is kept at all. */
  failing: v.nullable(v.picklist(['full', 'refused'])),
})
export type CacheState = v.InferOutput<typeof cacheStateSchema>
