import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { idSchema } from '@shared/domain/basics'
import { departmentEditSchema, departmentListSchema, departmentSavedSchema, departmentSchema } from '@shared/domain/department'
import type { DepartmentChanges } from './departmentChanges'
import type { Departments } from './departments'

const one = v.strictObject({ id: idSchema })

/** The calls `departments:*`. */
export const departmentsHandlers = ({ departments, changes }: { departments: Departments, changes: DepartmentChanges }): Handlers<'departments'> => ({
  'departments:list': { input: v.void(), output: departmentListSchema, run: departments.list },
  'departments:retrieve': { input: one, output: departmentSchema, run: changes.retrieve },
  'departments:change': { input: departmentEditSchema, output: departmentSavedSchema, run: changes.change },
  'departments:replace': { input: departmentEditSchema, output: departmentSavedSchema, run: changes.replace },
  'departments:remove': { input: one, output: v.void(), run: changes.remove },
})
