import type { DemoClinic } from '@demo/clinic'
import type { Create } from '@shared/domain/outbox'

/** A create of each kind that the demo clinic accepts, and where it leaves its traces. */
interface Sample {
  create: Create
  /** Another one of its kind, with another natural key. */
  other: Create
  route: string
  list: string
  /** How many there are on the server. */
  rows: (clinic: DemoClinic) => number
}

export const createSamples: Record<Create['kind'], Sample> = {
  slot: {
    create: { kind: 'slot', form: { clinicId: 1, date: '2026-11-25', start: 75_600, end: 76_500 } },
    other: { kind: 'slot', form: { clinicId: 1, date: '2026-11-26', start: 75_600, end: 76_500 } },
    route: 'POST api/create-appointment-slot/', list: 'GET api/clinic-appointment-slots/?clinic_id=1',
    rows: ({ hospital }) => hospital.slots.count(1),
  },
  callRequest: {
    create: { kind: 'callRequest', form: { doctorId: 1, date: '2026-12-24' } },
    other: { kind: 'callRequest', form: { doctorId: 1, date: '2026-12-27' } },
    route: 'POST api/hospital-call-requests/', list: 'GET api/hospital-call-requests/',
    rows: ({ hospital }) => hospital.callRequests.rows.size,
  },
  staffMember: {
    create: { kind: 'staffMember', form: { name: 'Dr. Noor', isDoctor: true, department: 'Cardiology' } },
    other: { kind: 'staffMember', form: { name: 'Dr. Else', isDoctor: true, department: 'Cardiology' } },
    route: 'POST api/hospitalstaff/', list: 'GET api/hospitalstaff/',
    rows: ({ hospital }) => hospital.staff.rows.size,
  },
  department: {
    create: { kind: 'department', form: { name: 'Sleep medicine' } },
    other: { kind: 'department', form: { name: 'Else' } },
    route: 'POST api/hospitalstaffdepartment/', list: 'GET api/hospitalstaffdepartment/',
    rows: ({ hospital }) => hospital.departments.rows.size,
  },
}

/** A create as the API wants it. */
export function bodyOf(create: Create): object {
  switch (create.kind) {
    case 'slot': return { clinic: create.form.clinicId, date: create.form.date, start_time: '21:00', end_time: '21:15' }
    case 'callRequest': return { doctor: create.form.doctorId, request_date: create.form.date }
    case 'staffMember': return { name: create.form.name, is_doctor: create.form.isDoctor, department: create.form.department }
    case 'department': return create.form
  }
}

/** An order with a key of its own. */
export const orderOf = (create: Create, reason = '') => ({ key: crypto.randomUUID(), create, reason })
