import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { OutboxEntry } from '@shared/domain/outbox'
import type { SlotForm } from '@shared/domain/slot'
import type { Day } from '@shared/domain/time'
import { useWriteBlock } from '@renderer/composables/useWriteBlock'
import { usePlanner } from '@renderer/services/planner'
import { useWaiting } from '@renderer/services/waiting'
import type { SlotProposal } from './slotProposal'
import type { UnsettledSlot } from './unsettledSlots'

interface Board {
  /** The day of a slot that is proposed without one. */
  date: () => Day
  /** Its clinic, where the board leaves no doubt. */
  clinicId: () => number | undefined
  isShown: (day: Day) => boolean
  unsettled: () => readonly UnsettledSlot[]
  /** Makes room for a form. */
  close: () => void
}

export interface SlotForms {
  /** Why nothing can be published; '' when it can. */
  blocked: ComputedRef<string>
  /** What the form of a new slot is open for. */
  proposal: ShallowRef<SlotProposal | undefined>
  /** What is typed into it. */
  typed: ShallowRef<SlotForm | undefined>
  /** The same, until it is on the board as a slot on its way. */
  ghost: ComputedRef<SlotForm | undefined>
  /** Opens the form of a new slot, or moves it to another place. */
  create: (place: Partial<SlotProposal>) => void
  finish: () => void
  plan: () => void
  edit: (entry: OutboxEntry | undefined) => void
  discard: (entry: OutboxEntry) => void
}

/** The form of a new slot and the planner beside a board: there is room for one of them. What is typed into either is kept. */
export function useSlotForms({ date, clinicId, isShown, unsettled, close }: Board): SlotForms {
  const blocked = useWriteBlock()
  const planner = usePlanner()
  const waiting = useWaiting()
  const proposal = shallowRef<SlotProposal>()
  const typed = shallowRef<SlotForm>()

  const ghost = computed(() => {
    const slot = typed.value
    const isSent = unsettled().some((each) =>
      each.clinicId === slot?.clinicId && each.date === slot.date && each.start === slot.start && each.end === slot.end)
    return slot && isShown(slot.date) && !isSent ? slot : undefined
  })
  const create = (place: Partial<SlotProposal>) => {
    if (blocked.value) return
    close()
    proposal.value = { clinicId: clinicId(), date: date(), waiting: proposal.value?.waiting, ...place }
  }
  const finish = () => { proposal.value = undefined }
  waiting.takeEdited('slot', (entry) => { create({ ...entry.create.form, waiting: entry }) })
  watch(() => planner.isOpen, (isOpen) => { if (isOpen) finish() })
  watch(proposal, (now) => { if (now) planner.close() })

  return {
    blocked, proposal, typed, ghost, create, finish,
    plan: () => { if (!blocked.value) planner.open() },
    edit: (entry) => { waiting.edited = entry },
    discard: (entry) => { waiting.discarded = entry },
  }
}
