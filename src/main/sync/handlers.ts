import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { syncStatusSchema } from '@shared/domain/sync'
import type { Status } from './status'

interface Dependencies {
  status: Status
  /** Begins to fetch anew what is on screen, and what failed. */
  refresh: () => void
}

/** The calls `sync:*`. */
export const syncHandlers = ({ status, refresh }: Dependencies): Handlers<'sync'> => ({
  'sync:status': { input: v.void(), output: syncStatusSchema, run: status.read },
  'sync:now': {
    input: v.void(),
    output: syncStatusSchema,
    run() {
      refresh()
      return status.read()
    },
  },
})
