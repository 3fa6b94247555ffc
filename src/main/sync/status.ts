import type { After } from '@main/feed/after'
import { coalesce } from '@main/feed/coalesce'
import type { Observe } from '@main/http/client'
import type { Clock } from '@main/ports'
import type { SyncStatus } from '@shared/domain/sync'
import type { AppError } from '@shared/errors'

const HINT_MS = 100

/** What a failure says about the server: it is away, it answered (if only to refuse), or nothing. */
const MEANING: Record<AppError['kind'], 'away' | 'answered' | 'nothing'> = {
  offline: 'away',
  timeout: 'away',
  untrusted: 'away',
  webPage: 'away',
  moved: 'away',
  throttled: 'away',
  server: 'away',
  badCredentials: 'answered',
  forbidden: 'answered',
  notFound: 'answered',
  invalid: 'answered',
  conflict: 'answered',
  unusable: 'answered',
  tooLarge: 'answered',
  signedOut: 'nothing',
  locked: 'nothing',
  badAddress: 'nothing',
  notJournalled: 'nothing',
  altered: 'nothing',
  notSaved: 'nothing',
  pending: 'nothing',
  busy: 'nothing',
  unexpected: 'nothing',
}

interface Dependencies {
  clock: Clock
  after: After
  onChange: () => void
}

/** The traffic with the clinic server. */
export interface Status {
  /** For the HTTP client, which tells of each request's beginning and its one end. */
  observe: Observe
  read: () => SyncStatus
  /** Forgets the past, for another session; requests that are under way still count until they end. */
  reset: () => void
}

/** See `Status`. */
export function status({ clock, after, onChange }: Dependencies): Status {
  const hint = coalesce(HINT_MS, after, onChange)
  let working = 0
  let lastSuccess: number | null = null
  let failing: { error: AppError, since: number } | null = null

  function end(error: AppError | undefined) {
    working = Math.max(0, working - 1)
    const meaning = error ? MEANING[error.kind] : 'answered'
    if (meaning === 'answered') failing = null
    if (error && meaning === 'away') failing = { error, since: failing?.since ?? clock() }
  }

  return {
    observe({ kind, error }) {
      if (kind === 'begun') working += 1
      else end(error)
      if (kind === 'succeeded') lastSuccess = clock()
      hint.touch()
    },
    read: () => ({ working, lastSuccess, failing: failing?.error ?? null, failingSince: failing?.since ?? null }),
    reset() {
      lastSuccess = null
      failing = null
      hint.touch()
    },
  }
}
