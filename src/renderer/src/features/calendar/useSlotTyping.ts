import { clockText } from '@shared/domain/time'
import type { FieldBinding, Form } from '@renderer/composables/useForm'
import type { Typed } from '@renderer/composables/useTyped'
import { dayOf, retimed, type NewSlotOrder, type NewSlotValues } from './newSlotValues'

type TextName = 'date' | 'start' | 'end' | 'length'

export interface SlotTyping {
  /** Binding of a field in which dates or times are typed; they are written out when it is left. */
  typing: (name: TextName) => FieldBinding<string>
  /** Of end and length, the one that stays when the start changes. */
  keep: (name: 'end' | 'length') => void
}

/** The fields of a new slot in which dates and times are typed; end and length follow each other. */
export function useSlotTyping({ values, fill, field }: Form<NewSlotValues, keyof NewSlotValues, NewSlotOrder>, typed: Typed): SlotTyping {
  let kept: 'end' | 'length' = 'end'

  const writtenOut = (name: TextName): string | undefined => {
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
        // "fri" would be another day next week.
        const text = writtenOut(name)
        if (text !== undefined && text !== values[name]) fill({ [name]: text })
        binding.onBlur(event)
      },
    }
  }
  return { typing, keep: (name) => { kept = name } }
}
