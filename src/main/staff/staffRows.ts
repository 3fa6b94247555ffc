import * as v from 'valibot'
import type { RowReader } from '@main/feed/reader'
import type { StaffMember } from '@shared/domain/staff'
import { staffMemberFields } from './staffMemberRow'
import { staffTable, type StaffTable } from './staffTable'

/** Reads the rows of the staff list. Of two rows with one id the later counts. */
export function staffRows(): RowReader<StaffTable> {
  const members = new Map<number, StaffMember>()
  return {
    add(row) {
      if (!v.is(staffMemberFields, row)) return false
      members.set(row.id, { id: row.id, name: row.name, isDoctor: row.is_doctor, department: row.department })
      return true
    },
    finish: () => staffTable([...members.values()]),
  }
}
