import * as v from 'valibot'
import { idSchema } from './basics'

/** A member of the hospital's staff. The API names a department by its name, in and out. */
export const staffMemberSchema = v.strictObject({ id: idSchema, name: v.string(), isDoctor: v.boolean(), department: v.string() })
export type StaffMember = v.InferOutput<typeof staffMemberSchema>
