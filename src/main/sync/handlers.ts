import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { syncDetailsSchema, syncStatusSchema, type SyncPart, type SyncStatus } from '@shared/domain/sync'
import type { Poller } from './poller'
import type { Status } from './status'

interface Dependencies {
  status: Pick<Status, 'read'>
  poller: Pick<Poller, 'now' | 'next'>
  /** The lists as they are. */
  parts: () => SyncPart[]
  /** See `Client.skew`. */
  skew: () => number
}

/** The calls `sync:*`. */
export function syncHandlers({ status, poller, parts, skew }: Dependencies): Handlers<'sync'> {
  const read = (of = parts()): SyncStatus => ({
    ...status.read(),
    partly: [...new Set(of.filter(({ stamp }) => stamp.failed).map(({ resource }) => resource))],
    skew: skew(),
  })
  return {
    'sync:status': { input: v.void(), output: syncStatusSchema, run: () => read() },
    'sync:details': {
      input: v.void(),
      output: syncDetailsSchema,
      run() {
        const now = parts()
        return { status: read(now), next: poller.next(), parts: now }
      },
    },
    'sync:now': {
      input: v.void(),
      output: syncStatusSchema,
      run() {
        poller.now()
        return read()
      },
    },
  }
}
