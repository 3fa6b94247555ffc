import { computed, shallowRef, type ComputedRef } from 'vue'
import type { OutboxEntry } from '@shared/domain/outbox'
import type { Day } from '@shared/domain/time'
import type { Stamp } from '@shared/domain/stamp'
import { useDayText } from '@renderer/composables/useDayText'
import { useOutcome } from '@renderer/composables/useOutcome'
import { useTimes } from '@renderer/composables/useTimes'
import type { Notice } from '@renderer/services/notices'
import type { BoardClinic } from './boardClinic'
import type { ShownDay } from './boardDay'
import type { UnsettledSlot, UnsettledState } from './unsettledSlots'

/** The slot whose details are open. Times in seconds since midnight. */
export interface SlotDetails {
  clinic: BoardClinic
  slotId: number
  start: number
  end: number
  stamp: Stamp
  unsettled: { state: UnsettledState, notice: Notice, entry: OutboxEntry } | undefined
}

interface Board {
  date: () => Day
  clinics: () => readonly BoardClinic[]
  day: () => ShownDay | null
  unsettled: () => readonly UnsettledSlot[]
}

export interface OpenedSlot {
  /** Undefined when none is open, and while the opened one is not on the board. */
  details: ComputedRef<SlotDetails | undefined>
  open: (clinicId: number, slotId: number) => void
  close: () => void
}

/** Which slot's details are open. They close when another day is shown, and follow the slot when its data change. */
export function useSlotDetails({ date, clinics, day, unsettled }: Board): OpenedSlot {
  const { short } = useDayText()
  const times = useTimes()
  const outcome = useOutcome()
  const opened = shallowRef<{ date: Day, clinicId: number, slotId: number }>()

  const noticeOf = (slotId: number, start: number, end: number) => {
    const slot = unsettled().find(({ id }) => id === slotId)
    return slot && { state: slot.state, entry: slot.entry, notice: outcome(slot.entry, `${times.value.range(start, end)}, ${short(slot.date)}`) }
  }
  const details = computed(() => {
    const of = opened.value
    const clinic = clinics().find((one) => one.id === of?.clinicId)
    const column = of && of.date === date() ? day()?.columns.get(of.clinicId) : undefined
    const index = column?.slots.ids.indexOf(of!.slotId) ?? -1
    if (!of || !clinic || !column || index < 0) return undefined
    const [start, end] = [column.slots.starts[index]!, column.slots.ends[index]!]
    return { clinic, slotId: of.slotId, start, end, stamp: column.stamp, unsettled: noticeOf(of.slotId, start, end) }
  })
  return {
    details,
    open: (clinicId, slotId) => { opened.value = { date: date(), clinicId, slotId } },
    close: () => { opened.value = undefined },
  }
}
