import type { Clock, Presence } from '@main/ports'
import type { DeskAccount } from '@main/secrets/accountDigest'
import type { Session } from '@main/session/session'
import type { SessionState } from '@shared/domain/session'
import type { Settings } from '@shared/domain/settings'
import { AppFailure } from '@shared/errors'
import type { Keeper } from './keeper'
import type { Passwords } from './passwords'
import { sessionEnd } from './sessionEnd'
import { MOST_TRIES, waitLeft } from './tries'

/** So long an unlocked desk goes unnoted: a restart takes that time for idle. */
const NOTED_EVERY_MS = 60_000

/** Milliseconds between two looks: as rarely as an idle desk can still be locked in time, since each wakes a computer that could sleep. */
const [SHORTEST_LOOK, LONGEST_LOOK] = [1000, 30_000]

export type LockEvent = 'signedIn' | 'resumed' | 'locked' | 'unlocked' | 'unlockRefused'

interface Dependencies {
  session: Pick<Session, 'state' | 'account' | 'restore' | 'park'>
  keeper: Keeper
  passwords: Passwords
  clock: Clock
  presence: Pick<Presence, 'idleSeconds'>
  settings: () => Pick<Settings, 'lockMinutes' | 'sessionHours' | 'signOutAt'>
  /** The clinic's. */
  zone: () => string
  /** The demo clinic's password, which nobody knows; undefined for others. */
  demoPassword: (account: DeskAccount) => string | undefined
  /** Nobody may see the desk any more. */
  onClosed: () => void
  onChange: () => void
  onHappened: (what: LockEvent) => void
}

/** The desk's lock. It is here and not in the page: what main does not answer, no page can show. */
export interface Lock {
  isLocked: () => boolean
  /** The session as the page may know it. */
  state: () => SessionState
  /** Takes up the session of the last run: locked if it was, or if the program was away for longer than somebody may be. */
  restore: () => Promise<SessionState>
  /** Somebody has signed in with this password. */
  begin: (password: string) => Promise<void>
  /** Resolves when a restart knows of it, too. */
  lock: () => Promise<void>
  /** Throws `AppFailure`: badCredentials, or as `Passwords.check`. Ten wrong passwords end the session. */
  unlock: (password: string) => Promise<SessionState>
  /** Somebody else wants the desk: what is this person's waits for them. */
  leave: () => Promise<SessionState>
  /** Locks an idle desk, ends a session that has lasted long enough. Answers after how many milliseconds it is to look again. */
  tick: () => number
  /** To be called after each change of the session. */
  follow: () => void
}

/** See `Lock`. */
export function lock(dependencies: Dependencies): Lock {
  const { session, keeper, passwords, clock, presence, settings, onClosed, onChange, onHappened } = dependencies
  let isLocked = false
  /** The server ended a session whose desk the page still shows, for the same person to go on. */
  let isLostOpen = false

  function tell(what: LockEvent) {
    onHappened(what)
    onChange()
  }

  async function shut() {
    if (isLostOpen) onClosed()
    isLostOpen = false
    if (!session.account() || isLocked) return
    isLocked = true
    onClosed()
    tell('locked')
    await keeper.note({ isLocked, failures: 0, seenAt: clock() })
  }

  async function unlock(password: string): Promise<SessionState> {
    if (!isLocked) return state()
    const verdict = await passwords.check(password)
    if (verdict.is !== 'wrong') return verdict.is === 'right' ? open() : state()
    tell('unlockRefused')
    if (verdict.failures >= MOST_TRIES) return session.park('tries')
    throw new AppFailure({ kind: 'badCredentials' })
  }

  async function open(): Promise<SessionState> {
    isLocked = false
    tell('unlocked')
    await keeper.note({ isLocked, failures: 0, seenAt: clock() })
    return state()
  }

  function tick() {
    const left = settings().lockMinutes * 60 - presence.idleSeconds()
    if (left <= 0) void shut()
    const end = ending(dependencies)
    if (end) void session.park(end)
    else if (!isLocked) noteSeen(dependencies)
    return lookAfter(left)
  }

  const state = () => isLocked ? hidden(dependencies) : session.state()

  return {
    state, unlock, tick, lock: shut, isLocked: () => isLocked, leave: () => session.park('handedOver'),
    async restore() {
      isLocked = true
      await session.restore()
      isLocked = session.account() !== null && !(await keeper.load() && wasJustOpen(dependencies))
      if (session.account()) onHappened('resumed')
      tick()
      return state()
    },
    begin: (password) => beginning(dependencies, password),
    follow() {
      const of = session.state()
      isLostOpen = of.status === 'signedOut' && of.reason !== 'none' && !isLocked && (isLostOpen || keeper.read() !== undefined)
      if (session.account()) return
      isLocked = false
      keeper.forget()
    },
  }
}

/** How long to wait while an idle desk may stay open for so many seconds; none of them is left of one that is locked. */
const lookAfter = (left: number) => left <= 0 ? LONGEST_LOOK : Math.min(Math.max(left * 1000, SHORTEST_LOOK), LONGEST_LOOK)

/** A new record for whoever has just signed in. */
async function beginning({ keeper, passwords, onHappened }: Dependencies, password: string): Promise<void> {
  const account = keeper.account()
  if (account === null) return
  onHappened('signedIn')
  keeper.begin(account)
  await keeper.note({})
  passwords.learn(password)
}

type Times = Pick<Dependencies, 'keeper' | 'clock' | 'settings' | 'zone'>

/** Notes when somebody was last there, unless that is known: what nobody touches writes nothing. */
function noteSeen({ keeper, clock, presence }: Pick<Dependencies, 'keeper' | 'clock' | 'presence'>): void {
  const noted = keeper.read()?.seenAt
  const seenAt = clock() - presence.idleSeconds() * 1000
  if (noted !== undefined && seenAt - noted >= NOTED_EVERY_MS) void keeper.note({ seenAt })
}

/** Why the session is over, if it is. */
function ending({ keeper, clock, settings, zone }: Times) {
  const since = keeper.read()?.since
  return since === undefined ? undefined : sessionEnd({ ...settings(), since, now: clock(), zone: zone() })
}

/** Whether somebody may have been there until a moment ago. */
function wasJustOpen({ keeper, clock, settings }: Times): boolean {
  const record = keeper.read()
  return record !== undefined && !record.isLocked && Math.abs(clock() - record.seenAt) < settings().lockMinutes * 60_000
}

/** What may be told of somebody whose desk is locked. */
function hidden({ session, keeper, clock, demoPassword }: Pick<Dependencies, 'session' | 'keeper' | 'clock' | 'demoPassword'>): SessionState {
  const of = session.state()
  const account = session.account()
  if (of.status !== 'signedIn' || !account) return of
  const { failures, triedAt } = keeper.read() ?? { failures: 0, triedAt: 0 }
  return {
    status: 'locked', name: of.email.split('@')[0]!, server: of.server, demo: of.demo, password: demoPassword(account) ?? '',
    triesLeft: MOST_TRIES - failures, waitSeconds: Math.ceil(waitLeft({ failures, triedAt }, clock()) / 1000),
  }
}
