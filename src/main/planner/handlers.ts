import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { holidaySetsSchema } from '@shared/planner/holidays'
import { planSourceSchema } from '@shared/planner/plan'
import { previewSchema } from '@shared/planner/preview'
import type { Holidays } from './holidays'
import type { Planner } from './planner'

interface Dependencies { planner: Planner, holidays: Holidays }

/** The calls `planner:*`. */
export const plannerHandlers = ({ planner, holidays }: Dependencies): Handlers<'planner'> => ({
  'planner:preview': { input: planSourceSchema, output: previewSchema, run: planner.preview },
  'planner:readHolidays': { input: v.void(), output: holidaySetsSchema, run: holidays.read },
  'planner:keepHolidays': { input: holidaySetsSchema, output: holidaySetsSchema, run: holidays.keep },
})
