import * as v from 'valibot'

const fetchedSchema = v.strictObject({ fetchedAt: v.number(), unusable: v.number() })

/** When a list or a clinic's slots were fetched (epoch milliseconds), and how many rows could not be used. */
export type Fetched = v.InferOutput<typeof fetchedSchema>

/**
 * What changes with every answer although the rows do not, so that an answer without news costs one small file. Written after the
 * files it speaks of: they are never older than it says, and one that is was put back by somebody.
 */
const manifestSchema = v.strictObject({
  /** By clinic's id: its last good answer. */
  clinics: v.record(v.string(), fetchedSchema),
  lists: v.record(v.string(), fetchedSchema),
  /** By file's name: the generation that it has at least. */
  generations: v.record(v.string(), v.number()),
})
export type Manifest = v.InferOutput<typeof manifestSchema>

/** A manifest as bytes. */
export const encodeManifest = (manifest: Manifest): Uint8Array => Buffer.from(JSON.stringify(manifest))

/** Reads what `encodeManifest` wrote; undefined when it is something else. */
export function decodeManifest(bytes: Uint8Array): Manifest | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), Buffer.from(bytes).toString('utf8'))
  return read.success ? read.output : undefined
}
