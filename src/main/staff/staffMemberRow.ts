import * as v from 'valibot'
import { isInt32 } from '@main/feed/isInt32'
import type { StaffForm, StaffMember } from '@shared/domain/staff'

/** A staff member as the API writes it; the department is its name. Fields that it may send besides are of no interest. */
export const staffMemberFields = v.object({
  id: v.custom<number>(isInt32), name: v.string(), is_doctor: v.boolean(), department: v.string(),
})

/** Reads a staff member of the API. */
export const staffMemberRow = v.pipe(
  staffMemberFields,
  v.transform(({ id, name, is_doctor, department }): StaffMember => ({ id, name, isDoctor: is_doctor, department })),
)

/** A staff member as the API wants to be told. */
export const staffMemberBody = ({ name, isDoctor, department }: StaffForm): Record<string, unknown> =>
  ({ name, is_doctor: isDoctor, department })
