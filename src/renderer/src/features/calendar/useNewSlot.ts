import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SlotForm } from '@shared/domain/slot'
import { AppFailure } from '@shared/errors'
import { clockText, rangeText } from '@shared/domain/time'
import { useCreate } from '@renderer/composables/useCreate'
import { useDayText } from '@renderer/composables/useDayText'
import { useForm, type FieldBinding, type Form } from '@renderer/composables/useForm'
import { useTyped } from '@renderer/composables/useTyped'
import { dayOf, newSlotSchema, objectionTo, retimed, typedSlot, valuesOf, type NewSlotOrder, type NewSlotValues } from './newSlotValues'
import type { SlotProposal } from './slotProposal'
import { useSlotCheck, type SlotChecking } from './useSlotCheck'

type TextName = 'date' | 'start' | 'end' | 'length'

export interface NewSlot {
  form: Form<NewSlotValues, keyof NewSlotValues, NewSlotOrder>
  /** Binding of a field in which dates or times are typed; they are written out when it is left. */
  typing: (name: TextName) => FieldBinding<string>
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
  const { t } = useI18n()
  const { short } = useDayText()
  const typed = useTyped()
  const form = useForm<NewSlotValues, NewSlotOrder>({
    schema: newSlotSchema(typed), initial: valuesOf(proposal), draft: 'slot:new',
    serverFields: { clinic: 'clinicId', start_time: 'start', end_time: 'end' },
  })
  const { values, fill, rebase, field } = form
  const { create, progress } = useCreate()
  const slot = computed(() => typedSlot(values, typed))
  const check = useSlotCheck(() => slot.value)
  const answerPast = shallowRef<(go: boolean) => void>()
  // What is known of a slot may be otherwise after an attempt.
  watch(form.failures, check.again)

  let kept: 'end' | 'length' = proposal.end === undefined ? 'end' : 'length'
  const move = (to: SlotProposal) => {
    kept = 'length'
    const { clinicId, date, start, end, length } = valuesOf(to)
    if (form.dirty.value) fill({ clinicId, date, start, end, length })
    else rebase(valuesOf(to))
  }
  const tidied = (name: TextName): string | undefined => {
    if (name === 'date') return dayOf(typed.day, values.date)
    const time = name === 'length' ? undefined : typed.time(values[name], { end: name === 'end' })
    return time === undefined ? undefined : clockText(time)
  }
  const typing = (name: TextName): FieldBinding<string> => {
    const binding = field(name)
    return {
      ...binding,
      'onUpdate:modelValue': (text) => {
        fill({ [name]: text })
        if (name === 'end' || name === 'length') kept = name
        if (name !== 'date') fill(retimed(values, kept, typed.time))
      },
      onBlur: (event) => {
        const text = tidied(name)
        if (text !== undefined && text !== values[name]) fill({ [name]: text })
        binding.onBlur(event)
      },
    }
  }

  let isPastMeant = false
  const askPast = async () => {
    isPastMeant = await new Promise<boolean>((resolve) => { answerPast.value = resolve })
    answerPast.value = undefined
    return isPastMeant
  }
  const send = () => form.submit(async ({ clinicId, date, start, end, twice, reason }) => {
    const order = { clinicId, date, start, end }
    const found = await check.of(order)
    const objection = objectionTo(found, { twice, reason })
    if (objection) throw new AppFailure({ kind: 'invalid', fields: { [objection]: [t(`calendar.newSlot.${objection}Needed`)] } })
    if (found.past && !isPastMeant && !await askPast()) return ''
    const name = t('calendar.newSlot.name', { range: rangeText(start, end), day: short(date), clinic: clinicName(clinicId) })
    return (await create({ kind: 'slot', form: order }, { name, reason: found.overlapping.length > 0 ? reason : '' })).stopped
  })

  return { form, typing, slot, check, progress, answerPast, move, send }
}
