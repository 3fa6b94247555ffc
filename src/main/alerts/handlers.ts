import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { alertsStatusSchema, pauseForSchema, type AlertsStatus } from '@shared/domain/alerts'
import type { Announcer } from './announcer'
import type { Pausing } from './pausing'

interface Dependencies {
  announcer: Announcer
  pausing: Pausing
  status: () => AlertsStatus
}

/** The calls `alerts:*`. */
export const alertsHandlers = ({ announcer, pausing, status }: Dependencies): Handlers<'alerts'> => ({
  'alerts:status': { input: v.void(), output: alertsStatusSchema, run: status },
  'alerts:test': {
    input: v.void(),
    output: alertsStatusSchema,
    async run() {
      await announcer.test()
      return status()
    },
  },
  'alerts:pause': {
    input: v.strictObject({ for: pauseForSchema }),
    output: alertsStatusSchema,
    run({ for: wanted }) {
      pausing.begin(wanted)
      return status()
    },
  },
  'alerts:dismiss': { input: v.void(), output: v.void(), run: announcer.dismiss },
})
