import * as v from 'valibot'
import { prefillSchema, sessionStateSchema, signInFormSchema, type Prefill, type SessionState, type SignInForm } from '@shared/domain/session'
import { parseServerAddress } from '@shared/domain/serverAddress'
import { AppFailure } from '@shared/errors'
import type { Handlers } from '@main/ipc/router'
import type { DeskLock } from '@main/locking'
import type { Demo } from './demo'
import type { Session } from './session'

interface Options {
  session: Session
  prefill: () => Promise<Prefill>
  demo: Demo
  /** What would be lost by signing out. */
  pending: () => Promise<{ waiting: number, uncertain: number }>
  lock: Pick<DeskLock, 'state' | 'show' | 'begin'>
  /** The only server that may be signed in to, if the administrator fixed one. */
  only?: string | undefined
}

/** The calls `session:*`. None of them carries a token. */
export function sessionHandlers({ session, prefill, demo, pending, lock, only }: Options): Handlers<'session'> {
  /** Signing out takes away what waits: nobody loses it without being asked. Throws `AppFailure` pending. */
  const unlessPending = async (task: () => Promise<SessionState>) => {
    const found = await pending()
    if (found.waiting + found.uncertain > 0) throw new AppFailure({ kind: 'pending', ...found })
    return task()
  }
  const arrive = async (form: SignInForm) => {
    const origin = originOf(form.server)
    if (only && origin !== originOf(only) && !demo.isAt(origin)) throw new AppFailure({ kind: 'badAddress', reason: 'notAllowed' })
    await session.signIn(form)
    await lock.begin(form.password)
    return lock.state()
  }
  const signIn = (form: SignInForm) => session.account() ? unlessPending(() => arrive(form)) : arrive(form)
  const input = v.void()
  const output = sessionStateSchema
  return {
    'session:read': { input, output, run: lock.show },
    'session:prefill': { input, output: prefillSchema, run: prefill },
    'session:signIn': { input: signInFormSchema, output, run: signIn },
    'session:signInToDemo': { input, output, run: async () => signIn(await demo.start()) },
    'session:signOut': { input, output, run: () => unlessPending(session.signOut) },
  }
}

/** '' for what is no address: signing in says what is wrong with it. */
function originOf(server: string): string {
  const read = parseServerAddress(server)
  return read.ok ? read.origin : ''
}
