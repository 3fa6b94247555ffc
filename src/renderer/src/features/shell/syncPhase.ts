import type { SyncStatus } from '@shared/domain/sync'
import type { AppError } from '@shared/errors'

export type SyncPhase = 'starting' | 'working' | 'upToDate' | 'partly' | 'failing' | 'signedOut'

/** How a fault of the whole server is called: no way to it, a fault of its own, a wish for quiet, or something only people can mend. */
export type Fault = 'offline' | 'server' | 'busy' | 'stopped'

const FAULTS: Partial<Record<AppError['kind'], Fault>> = {
  offline: 'offline', timeout: 'offline', webPage: 'offline', server: 'server', throttled: 'busy',
}

export const faultOf = ({ kind }: AppError): Fault => FAULTS[kind] ?? 'stopped'

/** What the traffic with the server amounts to. A fault outweighs the attempts to get over it. */
export function syncPhase(status: SyncStatus | undefined): SyncPhase {
  if (!status) return 'starting'
  if (status.failing?.kind === 'signedOut') return 'signedOut'
  if (status.failing) return 'failing'
  if (status.partly.length > 0) return 'partly'
  if (status.working > 0) return 'working'
  return status.lastSuccess === null ? 'starting' : 'upToDate'
}
