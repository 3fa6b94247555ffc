import type { After } from '@main/feed/after'
import type { AppError } from '@shared/errors'

const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000
/** Lost answers in a row that say that the server is away: one alone may be an accident. */
const LOST_IN_A_ROW = 3

/** Whether anything is sent: not while the server is away, wants to be left alone, or nobody is signed in. */
export interface Gate {
  isOpen: () => boolean
  /** Why it is closed. */
  reason: () => AppError | null
  /** The server took a request. */
  answered: () => void
  /** A request's answer was lost. */
  lost: (error: AppError | null) => void
  /** A request could not be sent at all. */
  unsent: (error: AppError) => void
  /** Something else says that the server answers. */
  heard: () => void
  /** Opens it whatever was before. */
  open: () => void
}

/** @param onOpen told when it opens again */
export function gate(after: After, onOpen: () => void): Gate {
  let closed: { error: AppError, isEarly: boolean, callOff: () => void } | undefined
  let failures = 0

  function open() {
    closed?.callOff()
    closed = undefined
  }

  function close(error: AppError) {
    open()
    const asked = error.kind === 'throttled' ? error.retryAfter * 1000 : 0
    const wait = Math.max(asked, Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT))
    failures += 1
    // Also for a session that has ended: a request from before may tell of it after its person has come back.
    const callOff = after(wait, () => {
      open()
      onOpen()
    })
    const now = { error, isEarly: true, callOff }
    closed = now
    after(FIRST_WAIT, () => { now.isEarly = error.kind === 'throttled' })
  }

  return {
    isOpen: () => closed === undefined,
    reason: () => closed?.error ?? null,
    answered() { failures = 0 },
    lost(error) {
      failures += 1
      if (error && failures >= LOST_IN_A_ROW) close(error)
    },
    unsent: close,
    heard() {
      if (!closed || closed.isEarly) return
      open()
      onOpen()
    },
    open() {
      failures = 0
      open()
    },
  }
}
