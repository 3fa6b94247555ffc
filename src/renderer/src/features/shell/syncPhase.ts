import type { SyncStatus } from '@shared/domain/sync'

export type SyncPhase = 'starting' | 'working' | 'upToDate' | 'partly' | 'failing' | 'signedOut'

/** What the traffic with the server amounts to. A fault outweighs the attempts to get over it. */
export function syncPhase(status: SyncStatus | undefined): SyncPhase {
  if (!status) return 'starting'
  if (status.failing?.kind === 'signedOut') return 'signedOut'
  if (status.failing) return 'failing'
  if (status.partly.length > 0) return 'partly'
  if (status.working > 0) return 'working'
  return status.lastSuccess === null ? 'starting' : 'upToDate'
}
