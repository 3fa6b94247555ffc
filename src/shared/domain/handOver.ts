import * as v from 'valibot'
import { instantSchema } from './basics'

/** What a shift hands over, in this order. */
export const handOverParts = ['requests', 'creates', 'jobs', 'runway', 'today'] as const
export type HandOverPartName = typeof handOverParts[number]

/** One part as a table of texts, in the language that is spoken: the page and the paper show the same. */
export const handOverPartSchema = v.strictObject({
  name: v.picklist(handOverParts),
  title: v.string(),
  /** How old what it is made of is, or what is not known of it; '' where it is known on this computer alone. */
  age: v.string(),
  columns: v.array(v.string()),
  rows: v.array(v.array(v.string())),
  /** Rows that are not shown: of very many nobody reads more. */
  more: v.number(),
  /** Stands in place of rows where there are none. */
  none: v.string(),
})
export type HandOverPart = v.InferOutput<typeof handOverPartSchema>

/** Written for whoever comes next, by somebody who worked here. */
export const handOverNoteSchema = v.strictObject({
  id: v.string(),
  /** When it was last changed. */
  at: instantSchema,
  /** What stands before the @ of the writer's e-mail address. */
  by: v.string(),
  /** Whoever asks wrote it. */
  mine: v.boolean(),
  text: v.string(),
  done: v.nullable(v.strictObject({ at: instantSchema, by: v.string() })),
})
export type HandOverNote = v.InferOutput<typeof handOverNoteSchema>

/** What the next shift has to know, as far as this computer knows it. */
export const handOverSchema = v.strictObject({
  /** When it was put together. */
  made: instantSchema,
  /** The newest first. */
  notes: v.array(handOverNoteSchema),
  /** The notes outlive the program's end. */
  kept: v.boolean(),
  parts: v.array(handOverPartSchema),
})
export type HandOver = v.InferOutput<typeof handOverSchema>

const noteId = v.pipe(v.string(), v.uuid())

/** A note as it stands now; without text it is taken away. */
export const noteTextSchema = v.strictObject({ id: noteId, text: v.pipe(v.string(), v.maxLength(4000)) })
export type NoteText = v.InferOutput<typeof noteTextSchema>

/** That what a note says is done, or not done after all. */
export const noteTickSchema = v.strictObject({ id: noteId, done: v.boolean() })
export type NoteTick = v.InferOutput<typeof noteTickSchema>

/** As a document, in letters that are read at arm's length, or not. */
export const handOverOrderSchema = v.strictObject({ large: v.boolean() })
export type HandOverOrder = v.InferOutput<typeof handOverOrderSchema>
