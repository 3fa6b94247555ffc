import type { Lists } from './lists'
import { plannerHandlers } from './planner/handlers'
import { holidays } from './planner/holidays'
import { planner } from './planner/planner'
import type { Clock, Log } from './ports'

interface Dependencies {
  known: Lists
  /** Where the desk's lists of holidays lie. */
  holidaysFile: string
  clock: Clock
  log: Log
  /** IANA zone of the clinics' clock. */
  zone: () => string
}

/** The calls about slots that are not there yet. */
export function planningHandlers({ known, holidaysFile, clock, log, zone }: Dependencies) {
  const days = holidays({ file: holidaysFile, clock, log })
  return plannerHandlers({
    holidays: days,
    planner: planner({
      ...known, holidays: days, clock, zone, pending: async () => [],
      breathe: () => new Promise((resolve) => { setImmediate(resolve) }),
    }),
  })
}
