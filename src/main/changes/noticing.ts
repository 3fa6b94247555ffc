import type { CallRequestTable } from '@main/callRequests/callRequestTable'
import type { SlotTable } from '@main/slots/slotTable'
import type { StaffTable } from '@main/staff/staffTable'
import type { Changes } from './changes'
import { callRequestDifferences, slotDifferences, staffDifferences } from './differences'

/** Told of each list's good answer that takes the place of an earlier one. */
export interface Noticing {
  /** `to` is the number of the last day of which `before` tells. */
  slots: (clinicId: number, before: SlotTable, after: SlotTable, to?: number) => void
  staff: (before: StaffTable, after: StaffTable) => void
  callRequests: (before: CallRequestTable, after: CallRequestTable) => void
  follow: Changes['follow']
}

/** Finds out what changed; slots of past days are no news. `today` is the number of the clinics' day. */
export const noticing = (changes: Pick<Changes, 'add' | 'follow'>, today: () => number): Noticing => ({
  slots(clinicId, before, after, to = Infinity) { changes.add(slotDifferences(clinicId, before, after, { from: today(), to })) },
  staff(before, after) { changes.add(staffDifferences(before, after)) },
  callRequests(before, after) { changes.add(callRequestDifferences(before, after)) },
  follow: changes.follow,
})
