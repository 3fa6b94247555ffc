import * as v from 'valibot'

/** What was typed into a form and not yet sent, by form (`staffMember:new`, `staffMember:12`). Kept sealed, by account. */
export const draftFieldsSchema = v.record(
  v.pipe(v.string(), v.maxLength(100)),
  v.union([v.pipe(v.string(), v.maxLength(5000)), v.number(), v.boolean(), v.null()]),
)
export type DraftFields = v.InferOutput<typeof draftFieldsSchema>

const formName = v.pipe(v.string(), v.regex(/^[a-zA-Z]+:[\w-]{1,40}$/))
export const draftNameSchema = v.strictObject({ form: formName })
export const draftSchema = v.strictObject({ form: formName, fields: draftFieldsSchema })
export type Draft = v.InferOutput<typeof draftSchema>
