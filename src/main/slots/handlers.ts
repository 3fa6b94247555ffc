import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { packDay, packedDaySchema } from '@shared/domain/packedDay'
import {
  clinicChoiceSchema, dayLoadsSchema, dayQuerySchema, loadQuerySchema, nextSlotsQuerySchema, nextSlotsSchema,
  slotCheckSchema, slotFormSchema, weekQuerySchema, type DayQuery, type WeekQuery,
} from '@shared/domain/slot'
import { addDays } from '@shared/domain/time'
import type { Choice } from './choice'
import { dayLoads } from './dayLoads'
import type { SlotQuestions } from './slotQuestions'
import type { Slots } from './slots'

interface Dependencies { slots: Slots, choice: Choice, questions: SlotQuestions }

/** The calls `slots:*`. */
export const slotsHandlers = ({ slots, choice, questions }: Dependencies): Handlers<'slots'> => ({
  'slots:day': { input: dayQuerySchema, output: packedDaySchema, run: recalling(slots, slots.day) },
  'slots:week': { input: weekQuerySchema, output: v.array(packedDaySchema), run: weekIn(slots) },
  'slots:loads': { input: loadQuerySchema, output: dayLoadsSchema, run: (query) => dayLoads(query, slots) },
  'slots:look': { input: dayQuerySchema, output: packedDaySchema, run: recalling(slots, slots.look) },
  'slots:readChoice': { input: v.void(), output: clinicChoiceSchema, run: choice.read },
  'slots:choose': { input: clinicChoiceSchema, output: clinicChoiceSchema, run: choice.choose },
  'slots:check': { input: slotFormSchema, output: slotCheckSchema, run: questions.check },
  'slots:next': { input: nextSlotsQuerySchema, output: nextSlotsSchema, run: questions.next },
})

/** The clinic is on the board then: it is what is fetched again. */
const weekIn = (slots: Slots) => async ({ from, clinicId }: WeekQuery) => {
  const days = Array.from({ length: 7 }, (_, after) => ({ date: addDays(from, after), clinicIds: [clinicId] }))
  for (const day of days) await slots.recall(day)
  slots.day(days[0]!)
  return days.map((day) => packDay(slots.look(day)))
}

const recalling = ({ recall }: Slots, answer: Slots['day']) => async (query: DayQuery) => {
  await recall(query)
  return packDay(answer(query))
}
