import path from 'node:path'
import type { SlotForm } from '@shared/domain/slot'
import type { Event } from '@shared/ipc/contract'
import { capacityCount } from './capacity/capacity'
import { capacityHandlers } from './capacity/handlers'
import { after } from './feed/after'
import { finder } from './finder/finder'
import { finderHandlers } from './finder/handlers'
import type { Handlers } from './ipc/router'
import type { Lists, Push } from './lists'
import { plannerHandlers } from './planner/handlers'
import { holidays } from './planner/holidays'
import { planner } from './planner/planner'
import type { Clock, Log } from './ports'
import { runwayHandlers } from './runway/handlers'
import { runway, type Runway } from './runway/runway'
import { clinicWalk } from './slots/clinicWalk'

interface Dependencies {
  known: Lists
  push: Push
  clock: Clock
  log: Log
  /** Where the desk's lists of holidays are kept. */
  folder: string
  /** Slots that wait to be created or are under way. */
  pending: () => Promise<readonly SlotForm[]>
  /** Resolves when every kept day has been read. */
  recalled: () => Promise<void>
  /** IANA zone of the clinics' clock. */
  zone: () => string
}

/** Slots that are not there yet, how long those last that are, and which of them are wanted. */
export interface Planning {
  handlers: Handlers<'planner' | 'runway' | 'finder' | 'capacity'>
  runway: Runway
  /** Told of all that is pushed to the renderer. */
  hear: (event: Event) => void
  /** Forgets everything, for another session. */
  reset: () => void
}

/** Wires the planner, the runway, the finder and the count of capacity to what is known of the server's lists. */
export function planning({ known, push, clock, log, folder, pending, recalled, zone }: Dependencies): Planning {
  const breathe = () => new Promise<void>((resolve) => { setImmediate(resolve) })
  const days = holidays({ file: path.join(folder, 'holidays.json'), clock, log })
  const preview = planner({ ...known, holidays: days, clock, zone, breathe, pending })
  const ahead = runway({ ...known, clock, zone, after, breathe, onChange: () => { push('runway:changed') } })
  const walk = clinicWalk({ ...known, clock, zone, breathe, renew: ahead.renew, recalled })
  return {
    runway: ahead,
    handlers: {
      ...plannerHandlers({ planner: preview, holidays: days }), ...runwayHandlers({ runway: ahead }),
      ...finderHandlers({ finder: finder({ walk }) }), ...capacityHandlers({ capacity: capacityCount({ walk, slots: known.slots }) }),
    },
    hear(event) { if (event === 'slots:changed' || event === 'directory:changed' || event === 'settings:changed') ahead.hear() },
    reset: ahead.reset,
  }
}
