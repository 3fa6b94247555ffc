import { json, notFound } from './answers'
import { booleanField, nameField, textField, validated } from './fields'
import { insert, type Hospital, type StaffMember } from './hospital'
import { rowsOf, type ListAnswer } from './paging'
import { requestData } from './requestData'
import type { Call, Protect, View } from './view'

/** Staff: the list, one member, and all changes. Names need not be unique: people share them. */
export function staffRoutes(hospital: Hospital, list: ListAnswer, protect: Protect): Record<string, View> {
  const { staff, departments, clinicsOf, callRequests } = hospital
  const written = ({ id, name, isDoctor, departmentId }: StaffMember) =>
    ({ id, name, is_doctor: isDoctor, department: departments.rows.get(departmentId)?.name })
  const found = ({ id }: Call) => {
    const member = staff.rows.get(id)
    if (!member) throw notFound()
    return member
  }
  const department = nameField((name) => [...departments.rows.values()].find((row) => row.name === name))
  const read = async ({ request }: Call, before: Partial<StaffMember>) => {
    const values = validated(await requestData(request), {
      name: { read: textField(150), fallback: before.name },
      is_doctor: { read: booleanField, fallback: before.isDoctor ?? false },
      department: { read: department, fallback: departments.rows.get(before.departmentId ?? 0) },
    })
    return { name: values.name, isDoctor: values.is_doctor, departmentId: values.department.id }
  }
  const remove = (call: Call) => {
    const member = found(call)
    for (const { doctorId } of callRequests.rows.values()) {
      if (doctorId === member.id) protect('This hospital staff cannot be deleted: it is used by hospital call request.')
    }
    staff.rows.delete(member.id)
    clinicsOf.delete(member.id)
    return new Response(null, { status: 204 })
  }

  return {
    'api/hospitalstaff/': {
      name: 'Hospital Staff List',
      methods: {
        GET: (call) => list(call, rowsOf([...staff.rows.values()], written)),
        POST: async (call) => json(201, written(insert(staff, await read(call, {})))),
      },
    },
    'api/hospitalstaff/:id/': {
      name: 'Hospital Staff Instance',
      methods: {
        GET: (call) => json(200, written(found(call))),
        PUT: async (call) => {
          const member = found(call)
          return json(200, written(Object.assign(member, await read(call, { isDoctor: member.isDoctor }))))
        },
        PATCH: async (call) => {
          const member = found(call)
          return json(200, written(Object.assign(member, await read(call, member))))
        },
        DELETE: remove,
      },
    },
  }
}
