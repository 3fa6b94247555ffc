import type { Creation } from '@main/outbox/creation'
import type { DepartmentForm } from '@shared/domain/department'
import { departmentRow, type Departments } from './departments'

/** How a department is created. */
export const createDepartment = ({ departments }: { departments: Departments }) => (form: DepartmentForm): Creation => ({
  naturalKey: JSON.stringify(['department', form.name]),
  async send(api) {
    const row = await api.create('api/hospitalstaffdepartment/', form, departmentRow)
    return { id: row.id, take: () => { departments.put(row) } }
  },
  fresh: departments.fresh,
  anew: departments.anew,
  failure: departments.failure,
  alike: () => departments.alike(form),
  near: () => departments.near(form),
})
