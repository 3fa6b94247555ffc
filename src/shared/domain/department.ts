import * as v from 'valibot'
import { idSchema, nameSchema } from './basics'
import { stampSchema } from './stamp'

export const departmentSchema = v.strictObject({ id: idSchema, name: v.string() })
export type Department = v.InferOutput<typeof departmentSchema>

export const departmentListSchema = v.strictObject({
  /** With the number of staff members in each, and how many of them are doctors. */
  rows: v.array(v.strictObject({ ...departmentSchema.entries, staff: v.number(), doctors: v.number() })),
  stamp: stampSchema,
})
export type DepartmentList = v.InferOutput<typeof departmentListSchema>

export const departmentFormSchema = v.strictObject({ name: nameSchema })
export type DepartmentForm = v.InferOutput<typeof departmentFormSchema>

/** A new name, given the row as the person saw it. */
export const departmentEditSchema = v.strictObject({ base: departmentSchema, form: departmentFormSchema })
export type DepartmentEdit = v.InferOutput<typeof departmentEditSchema>

export const departmentSavedSchema = v.variant('status', [
  v.strictObject({ status: v.literal('saved'), row: departmentSchema }),
  v.strictObject({ status: v.literal('changedMeanwhile'), current: departmentSchema }),
])
export type DepartmentSaved = v.InferOutput<typeof departmentSavedSchema>
