import { json, notFound } from './answers'
import { dateField, idField, invalid, timeField, validated } from './fields'
import { doctorOf, type Clinic, type Hospital } from './hospital'
import { rowsOf, type ListAnswer } from './paging'
import { requestData } from './requestData'
import type { Call, View } from './view'

/** A doctor's clinics, a clinic's slots, and the creation of a slot. */
export function clinicRoutes(hospital: Hospital, list: ListAnswer, uniqueSlots: boolean): Record<string, View> {
  const { clinics, clinicsOf, slots } = hospital
  const clinicsOfDoctor = (call: Call) => {
    if (!doctorOf(hospital, call.id)) throw notFound()
    const own = (clinicsOf.get(call.id) ?? []).flatMap((id) => clinics.get(id) ?? [])
    return list(call, rowsOf<Clinic>(own, ({ id, name, address }) => ({ id, name, address })))
  }
  const slotsOfClinic = (call: Call) => {
    const id = clinicIdOf(call.url)
    const known = clinics.has(id)
    return list(call, { count: known ? slots.count(id) : 0, text: (from, to) => known ? slots.text(id, from, to) : '' })
  }
  const createSlot = async ({ request }: Call) => {
    const values = validated(await requestData(request), {
      date: { read: dateField },
      start_time: { read: timeField },
      end_time: { read: timeField },
      clinic: { read: idField((id) => clinics.get(id)) },
    })
    const slot = { ...values, clinic: values.clinic.id }
    if (uniqueSlots && slots.has(slot)) {
      throw invalid({ non_field_errors: ['The fields clinic, date, start_time, end_time must make a unique set.'] })
    }
    if (slot.end_time <= slot.start_time) throw invalid({ non_field_errors: ['End time must be after start time.'] })
    return json(201, slots.add(slot))
  }

  return {
    'api/doctor-clinics/:id/': { name: 'Doctor Clinics', methods: { GET: clinicsOfDoctor } },
    'api/clinic-appointment-slots/': { name: 'Clinic Appointment Slots', methods: { GET: slotsOfClinic } },
    'api/create-appointment-slot/': { name: 'Create Appointment Slot', methods: { POST: createSlot } },
  }
}

function clinicIdOf(url: URL): number {
  const text = url.searchParams.get('clinic_id')
  if (text === null || text === '') throw invalid({ clinic_id: ['This field is required.'] })
  if (!/^\s*-?\d+\s*$/.test(text)) throw invalid({ clinic_id: ['A valid integer is required.'] })
  return Number(text)
}
