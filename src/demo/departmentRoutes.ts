import { json, notFound } from './answers'
import { textField, validated } from './fields'
import { insert, type Department, type Hospital } from './hospital'
import { rowsOf, type ListAnswer } from './paging'
import { requestData } from './requestData'
import type { Call, Protect, View } from './view'

/** Departments: the list, one department, and all changes. Names are unique, case-sensitive, after trimming. */
export function departmentRoutes({ departments, staff }: Hospital, list: ListAnswer, protect: Protect): Record<string, View> {
  const found = ({ id }: Call) => {
    const department = departments.rows.get(id)
    if (!department) throw notFound()
    return department
  }
  const taken = (name: string, ownId?: number) => {
    for (const row of departments.rows.values()) {
      if (row.name === name && row.id !== ownId) return 'hospital staff department with this name already exists.'
    }
    return undefined
  }
  const read = async ({ request }: Call, own?: Department, fallback?: string) =>
    validated(await requestData(request), { name: { read: textField(150, (name) => taken(name, own?.id)), fallback } })
  const change = (partial: boolean) => async (call: Call) => {
    const department = found(call)
    return json(200, Object.assign(department, await read(call, department, partial ? department.name : undefined)))
  }
  const remove = (call: Call) => {
    const department = found(call)
    for (const { departmentId } of staff.rows.values()) {
      if (departmentId === department.id) protect('This hospital staff department cannot be deleted: it is used by hospital staff.')
    }
    departments.rows.delete(department.id)
    return new Response(null, { status: 204 })
  }

  return {
    'api/hospitalstaffdepartment/': {
      name: 'Hospital Staff Department List',
      methods: {
        GET: (call) => list(call, rowsOf([...departments.rows.values()], ({ id, name }) => ({ id, name }))),
        POST: async (call) => {
          const { id, name } = insert(departments, await read(call))
          return json(201, { id, name })
        },
      },
    },
    'api/hospitalstaffdepartment/:id/': {
      name: 'Hospital Staff Department Instance',
      methods: { GET: (call) => json(200, found(call)), PUT: change(false), PATCH: change(true), DELETE: remove },
    },
  }
}
