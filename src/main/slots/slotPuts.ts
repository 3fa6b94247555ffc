import type { TableSlot } from './slotTable'

/** Slots that were made and are not in their clinics' tables yet: each table is copied once for many of them. */
export interface SlotPuts {
  add: (clinicId: number, slot: TableSlot) => void
  /** Puts a clinic's into its table. */
  take: (clinicId: number) => void
  /** Puts all into their tables; whose they are, and whose were taken since this was done last. */
  takeAll: () => number[]
  forget: () => void
}

/** @param putIn puts slots into a clinic's table */
export function slotPuts(putIn: (clinicId: number, slots: TableSlot[]) => void): SlotPuts {
  const waiting = new Map<number, TableSlot[]>()
  const untold = new Set<number>()
  const take = (clinicId: number) => {
    const slots = waiting.get(clinicId)
    waiting.delete(clinicId)
    if (slots) putIn(clinicId, slots)
  }
  return {
    add(clinicId, slot) {
      const slots = waiting.get(clinicId) ?? []
      slots.push(slot)
      waiting.set(clinicId, slots)
      untold.add(clinicId)
    },
    take,
    takeAll() {
      const clinicIds = [...untold]
      untold.clear()
      clinicIds.forEach(take)
      return clinicIds
    },
    forget() {
      waiting.clear()
      untold.clear()
    },
  }
}
