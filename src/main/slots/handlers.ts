import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import {
  boardDaySchema, clinicChoiceSchema, dayQuerySchema, nextSlotsQuerySchema, nextSlotsSchema, slotCheckSchema, slotFormSchema,
  type DayQuery,
} from '@shared/domain/slot'
import type { Choice } from './choice'
import type { SlotQuestions } from './slotQuestions'
import type { Slots } from './slots'

interface Dependencies { slots: Slots, choice: Choice, questions: SlotQuestions }

/** The calls `slots:*`. */
export const slotsHandlers = ({ slots, choice, questions }: Dependencies): Handlers<'slots'> => ({
  'slots:day': { input: dayQuerySchema, output: boardDaySchema, run: dayIn(slots) },
  'slots:readChoice': { input: v.void(), output: clinicChoiceSchema, run: choice.read },
  'slots:choose': { input: clinicChoiceSchema, output: clinicChoiceSchema, run: choice.choose },
  'slots:check': { input: slotFormSchema, output: slotCheckSchema, run: questions.check },
  'slots:next': { input: nextSlotsQuerySchema, output: nextSlotsSchema, run: questions.next },
})

const dayIn = (slots: Slots) => async (query: DayQuery) => {
  await slots.recall(query)
  return slots.day(query)
}
