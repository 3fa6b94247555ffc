import type { SlotBook } from './slotBook'

export interface Department { id: number, name: string }
export interface StaffMember { id: number, name: string, isDoctor: boolean, departmentId: number }
export interface Clinic { id: number, name: string, address: string }
export interface CallRequest { id: number, day: string, doctorId: number }

/** Rows by id, in the order of their creation, and the id that the next one gets. */
export interface Table<R extends { id: number }> { rows: Map<number, R>, nextId: number }

/** All that the demo clinic knows. Tests may reach in and change it. */
export interface Hospital {
  departments: Table<Department>
  staff: Table<StaffMember>
  clinics: Map<number, Clinic>
  /** Ids of the clinics of a doctor, by the doctor's id. */
  clinicsOf: Map<number, number[]>
  callRequests: Table<CallRequest>
  slots: SlotBook
}

/** A table of these rows; ids go on at `nextId`, or after the highest one. */
export function tableOf<R extends { id: number }>(rows: readonly R[], nextId?: number): Table<R> {
  const highest = rows.reduce((high, row) => Math.max(high, row.id), 0)
  return { rows: new Map(rows.map((row) => [row.id, row])), nextId: nextId ?? highest + 1 }
}

/** Adds a row with the next id. */
export function insert<R extends { id: number }>(table: Table<R>, row: Omit<R, 'id'>): R {
  const added = { ...row, id: table.nextId } as R
  table.nextId += 1
  table.rows.set(added.id, added)
  return added
}

/** The staff member when it is a doctor; a clinic or a call request belongs to nobody else. */
export function doctorOf(hospital: Hospital, id: number): StaffMember | undefined {
  const found = hospital.staff.rows.get(id)
  return found?.isDoctor ? found : undefined
}
