import * as v from 'valibot'
import { idSchema } from './basics'
import { zoomSteps } from './settings'

/** F1 to F12. */
export const DESK_KEYS = 12

/** A set of clinics on the board that is called up by a function key: which, in which order, how large, and at which hours. */
export const savedDeskSchema = v.pipe(v.strictObject({
  /** Its function key: 3 is F3. */
  key: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DESK_KEYS)),
  name: v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(40, 'tooLong')),
  clinicIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(200)),
  /** Minutes between two lines, or the whole day. */
  zoom: v.union([v.picklist(zoomSteps), v.literal('fit')]),
  /** The hour that stands on top when it is called up. */
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  /** The hour at which the shown ones end; without it, when the last slot does. */
  to: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24))),
}), v.check(({ from, to }) => to === undefined || to > from, 'endsFirst'))
export type SavedDesk = v.InferOutput<typeof savedDeskSchema>

const desksSchema = v.pipe(
  v.array(savedDeskSchema),
  v.check((desks) => new Set(desks.map(({ key }) => key)).size === desks.length, 'sameKey'),
)

/** What a person saved at this computer, by key. */
export const savedDesksSchema = v.strictObject({
  desks: desksSchema,
  /** The key of the one that the calendar begins with; null for what was on the board last. */
  startUp: v.nullable(savedDeskSchema.entries.key),
})
export type SavedDesks = v.InferOutput<typeof savedDesksSchema>

const FORMAT = 'clinic-reception-desks'
const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  /** The clinics' numbers mean something on this server only. */
  server: v.string(),
  desks: v.pipe(desksSchema, v.minLength(1)),
})

/** Saved desks as a file to give to a colleague. */
export const deskFile = (server: string, desks: readonly SavedDesk[]): string =>
  `${JSON.stringify({ format: FORMAT, version: 1, server, desks }, undefined, 2)}\n`

export type ReadDeskFile =
  | { ok: true, desks: SavedDesk[] }
  | { ok: false, reason: 'noDesks' | 'newer' | 'damaged' }
  | { ok: false, reason: 'server', server: string }

/** The desks in such a file, for who works on `server`; or why it can not be used. */
export function readDeskFile(text: string, server: string): ReadDeskFile {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.object({ format: v.literal(FORMAT), version: v.number() })), text)
  if (!parsed.success) return { ok: false, reason: 'noDesks' }
  if (parsed.output.version > 1) return { ok: false, reason: 'newer' }
  const file = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text)
  if (!file.success) return { ok: false, reason: 'damaged' }
  return file.output.server === server ? { ok: true, desks: file.output.desks } : { ok: false, reason: 'server', server: file.output.server }
}
