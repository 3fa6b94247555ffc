import { tableOf, type Hospital } from '@demo/hospital'
import { createSlotBook, slotRow, type Slot } from '@demo/slotBook'
import { readSample } from './sample'

interface StaffRow { id: number, name: string, is_doctor: boolean, department: string }
interface CallRequestRow { id: number, request_date: string, doctor: { id: number } }

const body = <T>(name: string) => readSample(name).response.body as T

/** The hospital of the recorded server: its rows as its own lists gave them, and the ids that it gave next. */
export function sampleHospital(): Hospital {
  const departments = body<{ id: number, name: string }[]>('departments-200')
  const staff = body<StaffRow[]>('staff-list-200')
  const clinics = body<{ id: number, name: string, address: string }[]>('doctor-clinics-200')
  const slots = body<Slot[]>('slots-200')
  const nextId = (name: string) => body<{ id: number }>(name).id
  return {
    departments: tableOf(departments, nextId('department-create-201')),
    staff: tableOf(staff.map(({ id, name, is_doctor: isDoctor, department }) =>
      ({ id, name, isDoctor, departmentId: departments.find((row) => row.name === department)!.id })), nextId('staff-create-201')),
    clinics: new Map(clinics.map((clinic) => [clinic.id, clinic])),
    clinicsOf: new Map([[1, clinics.map(({ id }) => id)]]),
    callRequests: tableOf(body<CallRequestRow[]>('call-requests-200').map(({ id, request_date: day, doctor }) =>
      ({ id, day, doctorId: doctor.id })), nextId('call-request-create-201')),
    slots: createSlotBook((clinicId) => slots.filter(({ clinic }) => clinic === clinicId).map(slotRow), nextId('slot-create-201')),
  }
}
