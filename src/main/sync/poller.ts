import type { After } from '@main/feed/after'
import type { Clock, Presence } from '@main/ports'
import type { SyncPace } from '@shared/domain/sync'
import type { AppError } from '@shared/errors'
import { SHORTEST_MS, type Wait } from './pace'
import { pacing } from './pacing'

/** Waking, unlocking, the network and the window's focus come in bursts, each of them once or twice: one pass for all. */
const RETURN_MS = 1000

interface Dependencies {
  clock: Clock
  after: After
  /** 0 to 1, as `Math.random`. */
  random: () => number
  presence: Pick<Presence, 'read'>
  /** Begins a pass. Passes may overlap: each list is fetched once at a time. */
  pass: (scope: Scope) => void
}

/** What a pass is over: the call requests alone, what is on screen too, or everything that is known, on a person's wish. */
export type Scope = 'callRequests' | 'screen' | 'all'

/** The one poller: decides when the desk asks the server by itself. */
export interface Poller {
  start: () => void
  stop: () => void
  /** Someone came back: one pass soon, unless one has just been, or the server has asked for quiet. */
  wake: () => void
  /** A person wants it now. */
  now: () => void
  /** No request is under way any more; `failing` is what keeps the server from answering, if anything does. */
  rest: (failing: AppError | null) => void
  /** When the next pass begins, and why then; null while it is stopped. */
  next: () => { at: number, pace: SyncPace } | null
}

/** See `Poller`. */
export function poller({ clock, after, random, presence, pass }: Dependencies): Poller {
  const { rhythm, wait, hear, isFailing, forget } = pacing(presence, random)
  let next: { at: number, pace: SyncPace, callOff: () => void } | null = null
  let isPassing = false
  /** When a pass over the screen began last. */
  let seen = -Infinity
  /** The next pass is over the screen, whatever its time. */
  let isWanted = false

  function plan({ ms, pace }: Wait) {
    next?.callOff()
    next = { at: clock() + ms, pace, callOff: after(ms, tick) }
  }

  function run(scope: Scope) {
    if (scope !== 'callRequests') {
      seen = clock()
      isWanted = false
    }
    isPassing = true
    // For a pass that finds nothing to ask; the others are planned anew when they have come to rest.
    plan(wait())
    pass(scope)
  }

  function tick() {
    const { poll, screen } = rhythm()
    // A jittered wait may be a little short of the time after which the screen is due.
    run(isWanted || clock() - seen >= screen - poll / 2 ? 'screen' : 'callRequests')
  }

  function wake(isAway: boolean) {
    if (!next || next.pace === 'asAsked' || (!isAway && clock() - seen < SHORTEST_MS)) return
    isWanted = true
    if (next.at - clock() > RETURN_MS) plan({ ms: RETURN_MS, pace: 'usual' })
  }

  return {
    start() {
      forget()
      isPassing = isWanted = false
      // Whoever signs in opens views that fetch by themselves.
      seen = clock()
      plan(wait())
    },
    stop() {
      next?.callOff()
      next = null
    },
    wake() { wake(isFailing()) },
    now() { if (next) run('all') },
    rest(failing) {
      if (!hear(failing, isPassing) || !next) return
      plan(wait())
      // Something else got through, such as a create: what failed is fetched at once.
      if (!isPassing && !failing) wake(true)
      isPassing = false
    },
    next: () => next && { at: next.at, pace: next.pace },
  }
}
