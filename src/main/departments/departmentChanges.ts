import type { Activity } from '@main/activity/activity'
import { noted } from '@main/activity/noted'
import type { ClinicApi } from '@main/http/api'
import type { Staff } from '@main/staff/staff'
import { isGone, removeRow } from '@main/writes/removeRow'
import { saveRow } from '@main/writes/saveRow'
import type { Department, DepartmentEdit, DepartmentSaved } from '@shared/domain/department'
import { departmentRow, type Departments } from './departments'

interface Dependencies {
  api: Pick<ClinicApi, 'retrieve' | 'change' | 'replace' | 'remove'>
  departments: Pick<Departments, 'put' | 'drop'>
  staff: Pick<Staff, 'renameDepartment'>
  activity: Pick<Activity, 'add'>
}

/** Looks at, renames and deletes single departments; the local lists follow at once, the staff's too. All throw `AppFailure`. */
export interface DepartmentChanges {
  retrieve: (of: { id: number }) => Promise<Department>
  /** PATCH. Nothing is sent when someone else changed the row meanwhile. */
  change: (edit: DepartmentEdit) => Promise<DepartmentSaved>
  /** PUT, under the same condition. */
  replace: (edit: DepartmentEdit) => Promise<DepartmentSaved>
  remove: (of: { id: number }) => Promise<void>
}

const pathOf = (id: number) => `api/hospitalstaffdepartment/${id}/`
const isSame = (one: Department, other: Department) => one.name.trim() === other.name.trim()

/** See `DepartmentChanges`. */
export function departmentChanges({ api, departments, staff, activity }: Dependencies): DepartmentChanges {
  const look = (id: number) => api.retrieve(pathOf(id), departmentRow)

  const save = (action: 'change' | 'replace') => async ({ base, form }: DepartmentEdit): Promise<DepartmentSaved> => {
    const { id } = base
    const send = () => api[action](pathOf(id), form, departmentRow)
    const saving = saveRow({ base, wanted: { id, ...form }, isSame, retrieve: () => look(id), send })
    const saved = await noted(activity, { action, kind: 'department', id }, saving, ({ status }) => status).catch((cause: unknown) => {
      if (isGone(cause)) departments.drop(id)
      throw cause
    })
    const now = saved.status === 'saved' ? saved.row : saved.current
    departments.put(now)
    staff.renameDepartment(base.name, now.name)
    return saved
  }

  return {
    retrieve: ({ id }) => look(id),
    change: save('change'),
    replace: save('replace'),
    async remove({ id }) {
      const removing = removeRow({ remove: () => api.remove(pathOf(id)), retrieve: () => look(id) })
      await noted(activity, { action: 'remove', kind: 'department', id }, removing, () => 'removed')
      departments.drop(id)
    },
  }
}
