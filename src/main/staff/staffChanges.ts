import type { Activity } from '@main/activity/activity'
import { noted } from '@main/activity/noted'
import type { ClinicApi } from '@main/http/api'
import { isGone, removeRow } from '@main/writes/removeRow'
import { saveRow } from '@main/writes/saveRow'
import type { StaffEdit, StaffForm, StaffMember, StaffSaved } from '@shared/domain/staff'
import { staffMemberBody, staffMemberRow } from './staffMemberRow'
import type { Staff } from './staff'

interface Dependencies {
  api: Pick<ClinicApi, 'retrieve' | 'change' | 'replace' | 'remove'>
  staff: Pick<Staff, 'put' | 'drop'>
  activity: Pick<Activity, 'add'>
}

/** Looks at, changes and deletes single staff members; the local list follows at once. All throw `AppFailure`. */
export interface StaffChanges {
  retrieve: (of: { id: number }) => Promise<StaffMember>
  /** PATCH with the fields that differ from what the person saw. Nothing is sent when someone else changed the row meanwhile. */
  change: (edit: StaffEdit) => Promise<StaffSaved>
  /** PUT of the whole record, under the same condition. */
  replace: (edit: StaffEdit) => Promise<StaffSaved>
  remove: (of: { id: number }) => Promise<void>
}

const pathOf = (id: number) => `api/hospitalstaff/${id}/`

/** See `StaffChanges`. */
export function staffChanges({ api, staff, activity }: Dependencies): StaffChanges {
  const look = (id: number) => api.retrieve(pathOf(id), staffMemberRow)

  async function save(action: 'change' | 'replace', { base, form }: StaffEdit, send: () => Promise<StaffMember>): Promise<StaffSaved> {
    const { id } = base
    const wanted = { id, ...form }
    const saving = saveRow({ base, wanted, isSame, retrieve: () => look(id), send })
    const saved = await noted(activity, { action, kind: 'staffMember', id }, saving, ({ status }) => status).catch((cause: unknown) => {
      if (isGone(cause)) staff.drop(id)
      throw cause
    })
    staff.put(saved.status === 'saved' ? saved.row : saved.current)
    return saved
  }

  return {
    retrieve: ({ id }) => look(id),
    change: (edit) => save('change', edit, () => api.change(pathOf(edit.base.id), changedFields(edit), staffMemberRow)),
    replace: (edit) => save('replace', edit, () => api.replace(pathOf(edit.base.id), staffMemberBody(edit.form), staffMemberRow)),
    async remove({ id }) {
      const removing = removeRow({ remove: () => api.remove(pathOf(id)), retrieve: () => look(id) })
      await noted(activity, { action: 'remove', kind: 'staffMember', id }, removing, () => 'removed')
      staff.drop(id)
    },
  }
}

// A server of this kind trims what it is sent; a name that was typed in another way may have been stored with its spaces.
const isSame = (one: StaffMember, other: StaffMember) =>
  one.name.trim() === other.name.trim() && one.isDoctor === other.isDoctor && one.department.trim() === other.department.trim()

function changedFields({ base, form }: { base: StaffForm, form: StaffForm }): object {
  const [before, after] = [staffMemberBody(base), staffMemberBody(form)]
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field] !== value))
}
