import type { After } from '@main/feed/after'
import { coalesce } from '@main/feed/coalesce'
import type { Observe } from '@main/http/client'
import type { Clock } from '@main/ports'
import type { SyncStatus } from '@shared/domain/sync'
import type { AppError } from '@shared/errors'
import { meaningOf } from './meaningOf'

const HINT_MS = 100
/** As often as this while requests follow each other without a break, as those of a job do: only numbers and times change then. */
const CALM_MS = 1000
/** A route that fails by itself says nothing of a server that answered others this long ago. Passes are farther apart. */
const LATELY_MS = 30_000

/** What the traffic itself tells; what the lists and the clocks tell is added by the caller. */
export type Traffic = Pick<SyncStatus, 'working' | 'lastSuccess' | 'failing' | 'failingSince'>

interface Dependencies {
  clock: Clock
  after: After
  onChange: () => void
  /** The last request under way has ended; `failing` as in `Traffic`. */
  onRest: (failing: AppError | null) => void
}

/** The traffic with the clinic server. */
export interface Status {
  /** For the HTTP client, which tells of each request's beginning and its one end. */
  observe: Observe
  read: () => Traffic
  /** Forgets the past, for another session; requests that are under way still count until they end. */
  reset: () => void
}

/** See `Status`. */
export function status({ clock, after, onChange, onRest }: Dependencies): Status {
  const calm = coalesce(CALM_MS, after, tell)
  const hint = coalesce(HINT_MS, after, () => {
    if (working > 0 && told === phase()) calm.touch()
    else tell()
  })
  /** What of it was told last; undefined where a list may have changed with it. */
  let told: string | undefined
  let working = 0
  let lastSuccess: number | null = null
  let lastAnswer = -Infinity
  let failing: { error: AppError, since: number } | null = null

  const phase = () => JSON.stringify([working > 0, lastSuccess === null, failing])

  function tell() {
    calm.cancel()
    told = phase()
    onChange()
  }

  function answered() {
    lastAnswer = clock()
    failing = null
  }

  /** A server that has answered something else since this request began is not away; nor is one whose single route drops or stalls. */
  function failed(error: AppError, began: number) {
    const meaning = meaningOf(error)
    if (meaning === 'answered') answered()
    const isAway = meaning === 'away' || (meaning === 'perhapsAway' && clock() - lastAnswer > LATELY_MS)
    if (isAway && lastAnswer <= began) failing = { error, since: failing?.since ?? clock() }
  }

  return {
    observe(event) {
      if (event.kind === 'begun') working += 1
      else working = Math.max(0, working - 1)
      if (event.kind === 'failed') {
        told = undefined
        failed(event.error, event.began)
      }
      if (event.kind === 'succeeded') {
        lastSuccess = clock()
        answered()
      }
      if (event.kind !== 'begun' && working === 0) onRest(failing?.error ?? null)
      hint.touch()
    },
    read: () => ({ working, lastSuccess, failing: failing?.error ?? null, failingSince: failing?.since ?? null }),
    reset() {
      lastSuccess = null
      lastAnswer = -Infinity
      failing = null
      hint.touch()
    },
  }
}
