import path from 'node:path'
import type { Call, Event } from '@shared/ipc/contract'
import type { Settings } from '@shared/domain/settings'
import type { Audit } from './audit/audit'
import { after as byTimer, type After } from './feed/after'
import type { Push } from './lists'
import { isCallAllowed, isEventAllowed } from './lock/allowed'
import { keeper } from './lock/keeper'
import { lock, type Lock } from './lock/lock'
import { passwords } from './lock/passwords'
import { recordSchema } from './lock/record'
import { USUAL_COST } from './lock/verifier'
import type { Clock, Log, Presence } from './ports'
import type { MasterKey } from './secrets/masterKey'
import { sealedFile } from './secrets/sealedFile'
import type { Demo } from './session/demo'
import type { Session } from './session/session'

/** A start has enough to do, and looks by itself. */
const FIRST_LOOK_MS = 1000

interface Platform { folder: string, log: Log, clock: Clock, presence: Presence, push: Push, after?: After, verifierCost?: number }

interface Dependencies {
  session: Session
  /** The key under which the tokens are sealed. */
  key: MasterKey
  own: { read: () => Settings }
  zone: () => string
  demo: Pick<Demo, 'passwordAt'>
  /** Takes away what is said outside the window. */
  onClosed: () => void
  audit: Pick<Audit, 'note'>
}

/** The lock, and what the page is told of it. */
export interface DeskLock extends Lock {
  /** The session for a page that asks: the one before it is gone. */
  show: Lock['state']
  /** Whether the page that is being put away may still hand in what was typed a moment ago: until the next one asks. */
  takesDrafts: () => boolean
}

/** Wires the lock to the computer's idle time, its own lock and its sleep. */
export function locking(platform: Platform, dependencies: Dependencies): DeskLock {
  const { folder, log, clock, presence, push, after = byTimer, verifierCost = USUAL_COST } = platform
  const { session, key, own, zone, demo, onClosed, audit } = dependencies
  const binding = { purpose: 'lock', context: 'desk' }
  const sealed = sealedFile({ file: path.join(folder, 'lock.sealed'), binding, schema: recordSchema, masterKey: key, log })
  const kept = keeper({ session, file: sealed, clock })
  let isClosing = false
  const found = lock({
    session, clock, presence, settings: own.read, zone, keeper: kept,
    passwords: passwords({ session, keeper: kept, clock, cost: verifierCost }),
    demoPassword: ({ origin }) => demo.passwordAt(origin),
    onClosed() {
      isClosing = true
      push('session:closed')
      onClosed()
    },
    onChange() { push('session:changed') },
    onHappened(what) {
      log.info(`lock.${what}`)
      audit.note(what)
    },
  })
  presence.onAway(() => void found.lock())
  const look = () => { after(found.tick(), look) }
  after(FIRST_LOOK_MS, look)
  return {
    ...found,
    show() {
      isClosing = false
      return found.state()
    },
    takesDrafts: () => isClosing,
  }
}

/** Which calls main answers now. */
export const openBy = ({ isLocked, takesDrafts }: Pick<DeskLock, 'isLocked' | 'takesDrafts'>) => (call: Call): boolean =>
  !isLocked() || isCallAllowed(call) || (call === 'drafts:write' && takesDrafts())

/** What a locked desk's page may hear. */
export const heardWhileOpen = (push: Push, isLocked: () => boolean): Push => (event: Event, ...payload) => {
  if (!isLocked() || isEventAllowed(event)) push(event, ...payload)
}
