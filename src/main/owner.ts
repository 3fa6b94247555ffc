import type { Session } from './session/session'
import type { DeskAccount } from './secrets/accountDigest'
import { isInterrupted } from './session/isInterrupted'

interface Dependencies {
  session: Pick<Session, 'account' | 'state'>
  /** Someone else is signed in than before, or nobody. */
  onChange: (account: DeskAccount | null) => void
  /** Somebody signed in. */
  onArrive: (account: DeskAccount) => void
  /** Somebody else arrived than the one before, or that one left. */
  onLeave: () => void
  /** Somebody left for good: signed out, or is no longer known to the server. */
  onWipe: (account: DeskAccount) => void
}

/** Whose drafts and orders this computer keeps: who is signed in, or was until the server ended the session. */
export interface Owner {
  account: () => DeskAccount | null
  /** Looks at the session after each of its changes. */
  follow: () => void
}

/**
 * A session that the server or the desk ended leaves its owner's things where they are, for the same person signs in again and goes on;
 * signing out takes them away.
 */
export function owner({ session, onChange, onArrive, onLeave, onWipe }: Dependencies): Owner {
  let signedIn = ''
  let kept: DeskAccount | null = null

  function keep(account: DeskAccount | null) {
    if (kept && JSON.stringify(kept) !== JSON.stringify(account)) onLeave()
    if (kept && !account) onWipe(kept)
    kept = account
  }

  return {
    account: () => kept,
    follow() {
      const account = session.account()
      const state = session.state()
      const isLost = state.status === 'signedOut' && isInterrupted(state.reason)
      if (!isLost) keep(account)
      const now = JSON.stringify(account)
      if (now === signedIn) return
      signedIn = now
      onChange(account)
      if (account) onArrive(account)
    },
  }
}
