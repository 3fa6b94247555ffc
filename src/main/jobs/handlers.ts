import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { jobOrderSchema, jobSchema, type JobOrder } from '@shared/domain/job'
import { slotFormSchema } from '@shared/domain/slot'
import { dayOfNumber, isDay } from '@shared/domain/time'
import type { Jobs } from './jobs'

const of = v.strictObject({ id: v.string() })

/** Each slot is one that a form would let through, too. */
const orderSchema = v.pipe(jobOrderSchema, v.check(({ slots }) => slots.days.every((_, place) => isSlot(slots, place)), 'slots'))

function isSlot({ clinicIds, days, starts, ends }: JobOrder['slots'], place: number): boolean {
  const date = dayOfNumber(days[place]!)
  return isDay(date) && v.is(slotFormSchema, { clinicId: clinicIds[place], date, start: starts[place], end: ends[place] })
}

/** The calls `jobs:*`. */
export const jobsHandlers = ({ jobs }: { jobs: Jobs }): Handlers<'jobs'> => ({
  'jobs:start': { input: orderSchema, output: jobSchema, run: jobs.start },
  'jobs:read': { input: v.void(), output: v.array(jobSchema), run: jobs.read },
  'jobs:pause': { input: of, output: jobSchema, run: jobs.pause },
  'jobs:resume': { input: of, output: jobSchema, run: jobs.resume },
  'jobs:stop': { input: of, output: jobSchema, run: jobs.stop },
  'jobs:dismiss': { input: of, output: v.void(), run: jobs.dismiss },
})
