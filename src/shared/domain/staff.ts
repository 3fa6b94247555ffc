import * as v from 'valibot'
import { idSchema, nameSchema } from './basics'
import { stampSchema } from './stamp'

/** A member of the hospital's staff. The API names a department by its name, in and out. */
export const staffMemberSchema = v.strictObject({ id: idSchema, name: v.string(), isDoctor: v.boolean(), department: v.string() })
export type StaffMember = v.InferOutput<typeof staffMemberSchema>

/** All staff in columns, in the server's order. */
export const staffListSchema = v.strictObject({
  ids: v.instance(Int32Array),
  names: v.array(v.string()),
  /** 1 for a doctor. */
  isDoctor: v.instance(Uint8Array),
  /** Index into `departments`. */
  departmentOf: v.instance(Int32Array),
  departments: v.array(v.string()),
  stamp: stampSchema,
})
export type StaffList = v.InferOutput<typeof staffListSchema>

/** What the form of a staff member holds; messages are keys of the locale files under `form`. */
export const staffFormSchema = v.strictObject({
  name: nameSchema,
  isDoctor: v.boolean(),
  department: v.pipe(v.string(), v.trim(), v.nonEmpty('required')),
})
export type StaffForm = v.InferOutput<typeof staffFormSchema>

/** A change of a staff member as the person saw it: refused when the server's row is no longer `base`. */
export const staffEditSchema = v.strictObject({ base: staffMemberSchema, form: staffFormSchema })
export type StaffEdit = v.InferOutput<typeof staffEditSchema>

/** Saved, or someone else changed the row meanwhile: then nothing was sent. */
export const staffSavedSchema = v.variant('status', [
  v.strictObject({ status: v.literal('saved'), row: staffMemberSchema }),
  v.strictObject({ status: v.literal('changedMeanwhile'), current: staffMemberSchema }),
])
export type StaffSaved = v.InferOutput<typeof staffSavedSchema>

/** What refers to a staff member, to be shown before a deletion. */
export const staffReferencesSchema = v.strictObject({
  callRequests: v.number(),
  /** The doctor's clinics with their slots from today on; null where they could not be counted. */
  clinics: v.array(v.strictObject({ id: idSchema, name: v.string(), slots: v.nullable(v.number()) })),
  /** False when a list could not be read: there may be more. */
  complete: v.boolean(),
})
export type StaffReferences = v.InferOutput<typeof staffReferencesSchema>
