import type { Creation } from '@main/outbox/creation'
import type { StaffForm } from '@shared/domain/staff'
import { staffMemberBody, staffMemberRow } from './staffMemberRow'
import type { Staff } from './staff'

/** How a staff member is created. Names are not unique: name, doctor or not and department together tell one from another. */
export const createStaffMember = ({ staff }: { staff: Staff }) => (form: StaffForm): Creation => ({
  naturalKey: JSON.stringify(['staffMember', form.name, form.isDoctor, form.department]),
  async send(api) {
    const row = await api.create('api/hospitalstaff/', staffMemberBody(form), staffMemberRow)
    return { id: row.id, take: () => { staff.put(row) } }
  },
  fresh: staff.fresh,
  anew: staff.anew,
  failure: staff.failure,
  alike: () => staff.alike(form),
  near: () => staff.near(form),
})
