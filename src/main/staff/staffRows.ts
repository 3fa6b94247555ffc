import * as v from 'valibot'
import { isInt32 } from '@main/feed/isInt32'
import type { RowReader } from '@main/feed/reader'
import type { StaffList, StaffMember } from '@shared/domain/staff'

// As the API sends them; the department is its name. Fields that it may send besides are of no interest.
const rowSchema = v.object({ id: v.custom<number>(isInt32), name: v.string(), is_doctor: v.boolean(), department: v.string() })

/** The staff in columns, without their stamp: thousands of objects would take long to change threads. */
export type StaffTable = Omit<StaffList, 'stamp'>

/** Reads the rows of the staff list. Of two rows with one id the later counts. */
export function staffRows(): RowReader<StaffTable> {
  const members = new Map<number, StaffMember>()
  return {
    add(row) {
      if (!v.is(rowSchema, row)) return false
      members.set(row.id, { id: row.id, name: row.name, isDoctor: row.is_doctor, department: row.department })
      return true
    },
    finish: () => staffTable([...members.values()]),
  }
}

function staffTable(members: StaffMember[]): StaffTable {
  const places = new Map<string, number>()
  const departmentOf = Int32Array.from(members, ({ department }) => {
    const place = places.get(department) ?? places.size
    places.set(department, place)
    return place
  })
  return {
    ids: Int32Array.from(members, ({ id }) => id),
    names: members.map(({ name }) => name),
    isDoctor: Uint8Array.from(members, ({ isDoctor }) => Number(isDoctor)),
    departmentOf,
    departments: [...places.keys()],
  }
}
