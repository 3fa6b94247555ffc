import * as v from 'valibot'
import { instantSchema } from '@shared/domain/basics'
import type { HandOverNote, NoteText, NoteTick } from '@shared/domain/handOver'
import { AppFailure } from '@shared/errors'

/** Who did it, and when. */
const signatureSchema = v.strictObject({
  at: instantSchema,
  /** The account's e-mail address. */
  by: v.string(),
})
type Signature = v.InferOutput<typeof signatureSchema>

const keptNoteSchema = v.strictObject({ id: v.string(), ...signatureSchema.entries, text: v.string(), done: v.nullable(signatureSchema) })

/** A note as it is kept. */
export type KeptNote = v.InferOutput<typeof keptNoteSchema>
export const keptNotesSchema = v.array(keptNoteSchema)

/** More notes nobody reads. */
const MOST = 100
/** So long what is done can be seen, and be taken back. */
const DONE_LASTS_MS = 24 * 3_600_000

/** Those that are still wanted, the newest first. */
export const lasting = (notes: readonly KeptNote[], now: number): KeptNote[] => notes
  .filter(({ done }) => done === null || done.at > now - DONE_LASTS_MS)
  .toSorted((one, other) => Number(one.done !== null) - Number(other.done !== null) || other.at - one.at)
  .slice(0, MOST)

/** With this note as it stands now: what is written on is not done. Throws `AppFailure` forbidden where somebody else wrote it. */
export function written(notes: readonly KeptNote[], { id, text }: NoteText, signature: Signature): KeptNote[] {
  const before = notes.find((note) => note.id === id)
  if (before && before.by !== signature.by) throw new AppFailure({ kind: 'forbidden' })
  const others = notes.filter((note) => note !== before)
  return text.trim() === '' ? others : [{ id, ...signature, text, done: null }, ...others]
}

/** With this note done, or not. One that is not there any more needs neither. */
export const ticked = (notes: readonly KeptNote[], { id, done }: NoteTick, signature: Signature): KeptNote[] =>
  notes.map((note) => note.id === id ? { ...note, done: done ? signature : null } : note)

/** What a person is told of it. */
export const seenBy = ({ by, done, ...note }: KeptNote, email: string): HandOverNote =>
  ({ ...note, by: nameOf(by), mine: by === email, done: done && { at: done.at, by: nameOf(done.by) } })

const nameOf = (email: string) => email.split('@')[0]!
