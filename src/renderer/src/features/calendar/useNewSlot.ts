import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OutboxEntry } from '@shared/domain/outbox'
import type { SlotForm } from '@shared/domain/slot'
import type { Day } from '@shared/domain/time'
import { AppFailure } from '@shared/errors'
import { reworded } from '@renderer/composables/reworded'
import { useCreate } from '@renderer/composables/useCreate'
import { useDayText } from '@renderer/composables/useDayText'
import { useForm, type Form } from '@renderer/composables/useForm'
import { useTimes } from '@renderer/composables/useTimes'
import { useTyped } from '@renderer/composables/useTyped'
import { dayOf, newSlotSchema, objectionTo, typedSlot, valuesOf, type NewSlotOrder, type NewSlotValues } from './newSlotValues'
import type { SlotProposal } from './slotProposal'
import { useSlotCheck, type SlotChecking } from './useSlotCheck'
import { useSlotTyping, type SlotTyping } from './useSlotTyping'

export interface NewSlot {
  form: Form<NewSlotValues, keyof NewSlotValues, NewSlotOrder>
  typing: SlotTyping['typing']
  /** The day that is typed so far. */
  day: ComputedRef<Day | undefined>
  /** The slot that is typed so far. */
  slot: ComputedRef<SlotForm | undefined>
  check: SlotChecking
  /** Words while it is looked up whether the slot was made. */
  progress: Readonly<Ref<string | undefined>>
  /** Set while it is asked whether a slot in the past is meant. */
  answerPast: ShallowRef<((go: boolean) => void) | undefined>
  /** Goes on with another place on the board; what was typed beside it stays. */
  move: (to: SlotProposal) => void
  /** Resolves with whether the slot was made. */
  send: () => Promise<boolean>
}

/** The form of a new slot: reads what is typed, looks what it would meet, and sends it once. */
export function useNewSlot(proposal: SlotProposal, clinicName: (id: number) => string): NewSlot {
  const typed = useTyped()
  const form = useForm<NewSlotValues, NewSlotOrder>({
    schema: newSlotSchema(typed), initial: { ...valuesOf(proposal), reason: proposal.waiting?.reason ?? '' },
    draft: proposal.waiting ? undefined : 'slot:new',
    serverFields: { clinic: 'clinicId', start_time: 'start', end_time: 'end' },
  })
  const { typing, keep } = useSlotTyping(form, typed)
  const slot = computed(() => typedSlot(form.values, typed))
  const check = useSlotCheck(() => slot.value)
  if (proposal.end !== undefined) keep('length')

  const move = (to: SlotProposal) => {
    keep('length')
    const { clinicId, date, start, end, length } = valuesOf(to)
    if (form.dirty.value) form.fill({ clinicId, date, start, end, length })
    else form.rebase(valuesOf(to))
  }
  return {
    form, typing, slot, check, move, day: computed(() => dayOf(typed.day, form.values.date)),
    ...useSending({ form, check, clinicName, amends: proposal.waiting }),
  }
}

interface Sending {
  form: NewSlot['form']
  check: SlotChecking
  clinicName: (id: number) => string
  amends: OutboxEntry | undefined
}

/** Sends the slot unless something speaks against it that nobody has answered for. */
function useSending({ form: { submit }, check, clinicName, amends }: Sending) {
  const { t } = useI18n()
  const { short } = useDayText()
  const times = useTimes()
  const { create, progress } = useCreate({ amends })
  const answerPast: NewSlot['answerPast'] = shallowRef()

  let isPastMeant = false
  const askPast = async () => {
    isPastMeant = await new Promise<boolean>((resolve) => { answerPast.value = resolve })
    answerPast.value = undefined
    return isPastMeant
  }
  const send = async () => {
    let isTried = false
    const isMade = await submit(async ({ clinicId, date, start, end, twice, reason }) => {
      const order = { clinicId, date, start, end }
      const found = await check.of(order)
      const objection = objectionTo(found, { twice, reason })
      if (objection) throw new AppFailure({ kind: 'invalid', fields: { [objection]: [t(`calendar.newSlot.${objection}Needed`)] } })
      if (found.past && !isPastMeant && !await askPast()) return ''
      isTried = true
      const name = t('calendar.newSlot.name', { range: times.value.range(start, end), day: short(date), clinic: clinicName(clinicId) })
      const { stopped } = await create({ kind: 'slot', form: order }, { name, reason: found.overlapping.length > 0 ? reason : '' })
        .catch((cause: unknown) => reworded(cause, 'clinic', (messages) => t('calendar.newSlot.clinicRefused', { messages })))
      return stopped
    })
    // A slot that was sent may be there although nobody could say so.
    if (!isMade && isTried) check.again()
    return isMade
  }
  return { progress, answerPast, send }
}
