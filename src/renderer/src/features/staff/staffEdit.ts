import type { StaffForm, StaffMember } from '@shared/domain/staff'

export const staffFields = ['name', 'isDoctor', 'department'] as const satisfies (keyof StaffForm)[]
export type StaffField = (typeof staffFields)[number]

/** A row that two people changed at once: what the server has now, and what is wanted here. */
export interface Conflict {
  theirs: StaffMember
  mine: StaffForm
}

/** The fields in which two records differ. */
export const differingFields = (one: StaffForm, other: StaffForm): StaffField[] =>
  staffFields.filter((field) => one[field] !== other[field])

/** How a form is sent: one or two fields as a change (PATCH), the whole record as a replacement (PUT), and nothing when nothing changed. */
export function saveCall(base: StaffForm, form: StaffForm): 'staff:change' | 'staff:replace' | undefined {
  const changed = differingFields(base, form).length
  return changed === 0 ? undefined : changed < staffFields.length ? 'staff:change' : 'staff:replace'
}

/** What the form goes on with after someone else changed the row: my values where I changed something, theirs everywhere else. */
export function mergedForm(base: StaffForm, { theirs, mine }: Conflict): StaffForm {
  const changed = differingFields(base, mine)
  const pick = <F extends StaffField>(field: F) => (changed.includes(field) ? mine : theirs)[field]
  return { name: pick('name'), isDoctor: pick('isDoctor'), department: pick('department') }
}
