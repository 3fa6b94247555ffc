import { inTurn } from '@main/inTurn'
import type { Clock } from '@main/ports'
import type { Session } from '@main/session/session'
import { AppFailure } from '@shared/errors'
import type { Keeper } from './keeper'
import type { LockRecord } from './record'
import { waitLeft } from './tries'
import { fits, verifierOf } from './verifier'

interface Dependencies {
  session: Pick<Session, 'proves'>
  keeper: Keeper
  clock: Clock
  /** How slow a verifier is made; see `verifierOf`. */
  cost: number
}

/** What became of a password: 'gone' when the session ended while it was looked at. */
type Verdict = { is: 'right' | 'gone' } | { is: 'wrong', failures: number }

/** Passwords that are tried at the lock, one after the other. */
export interface Passwords {
  /** Keeps a verifier of a password that the server has taken; in the background. */
  learn: (password: string) => void
  /** Asks the server, or the verifier while it does not answer. Throws `AppFailure`: tooManyTries, or why the server could not be asked. */
  check: (password: string) => Promise<Verdict>
}

/** See `Passwords`. */
export function passwords({ session, keeper, clock, cost }: Dependencies): Passwords {
  const turn = inTurn()
  let learning: Promise<void> | undefined

  async function keepVerifier(password: string): Promise<void> {
    const mine = keeper.account()
    const verifier = await verifierOf(password, cost)
    if (keeper.account() === mine) await keeper.note({ verifier })
  }

  async function isRight(password: string, verifier: LockRecord['verifier']): Promise<boolean> {
    try {
      return await session.proves(password)
    } catch (cause) {
      if (!verifier) throw cause
      return fits(verifier, password)
    }
  }

  async function check(password: string): Promise<Verdict> {
    await learning
    const before = keeper.read()
    if (!before) return { is: 'gone' }
    const wait = waitLeft(before, clock())
    if (wait > 0) throw new AppFailure({ kind: 'tooManyTries', seconds: Math.ceil(wait / 1000) })
    const failures = before.failures + 1
    // Before it is looked at: whoever ends the program in between has had this try.
    await keeper.note({ failures, triedAt: clock() })
    const right = await isRight(password, before.verifier).catch(async (cause: unknown) => {
      await keeper.note({ failures: before.failures })
      throw cause
    })
    if (keeper.account() !== before.account) return { is: 'gone' }
    if (!right) return { is: 'wrong', failures }
    if (!before.verifier || !await fits(before.verifier, password)) await keepVerifier(password)
    return { is: 'right' }
  }

  return {
    learn(password) { learning = keepVerifier(password) },
    check: (password) => turn(() => check(password)),
  }
}
