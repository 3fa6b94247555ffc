import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { boardDaySchema, clinicChoiceSchema, dayQuerySchema } from '@shared/domain/slot'
import type { Choice } from './choice'
import type { Slots } from './slots'

type BoardHandlers = Pick<Handlers<'slots'>, 'slots:day' | 'slots:readChoice' | 'slots:choose'>

/** The calls `slots:*` that show the board. */
export const slotsHandlers = ({ slots, choice }: { slots: Slots, choice: Choice }): BoardHandlers => ({
  'slots:day': { input: dayQuerySchema, output: boardDaySchema, run: slots.day },
  'slots:readChoice': { input: v.void(), output: clinicChoiceSchema, run: choice.read },
  'slots:choose': { input: clinicChoiceSchema, output: clinicChoiceSchema, run: choice.choose },
})
