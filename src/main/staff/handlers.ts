import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { idSchema } from '@shared/domain/basics'
import { staffEditSchema, staffListSchema, staffMemberSchema, staffReferencesSchema, staffSavedSchema, type StaffReferences } from '@shared/domain/staff'
import type { Staff } from './staff'
import type { StaffChanges } from './staffChanges'

const one = v.strictObject({ id: idSchema })

interface Dependencies { staff: Staff, changes: StaffChanges, references: (of: { id: number }) => Promise<StaffReferences> }

/** The calls `staff:*`. */
export const staffHandlers = ({ staff, changes, references }: Dependencies): Handlers<'staff'> => ({
  'staff:list': { input: v.void(), output: staffListSchema, run: staff.list },
  'staff:retrieve': { input: one, output: staffMemberSchema, run: changes.retrieve },
  'staff:change': { input: staffEditSchema, output: staffSavedSchema, run: changes.change },
  'staff:replace': { input: staffEditSchema, output: staffSavedSchema, run: changes.replace },
  'staff:references': { input: one, output: staffReferencesSchema, run: references },
  'staff:remove': { input: one, output: v.void(), run: changes.remove },
})
