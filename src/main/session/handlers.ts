import * as v from 'valibot'
import { prefillSchema, sessionStateSchema, signInFormSchema, type Prefill } from '@shared/domain/session'
import type { Handlers } from '@main/ipc/router'
import type { DemoHost } from '@main/ports'
import type { Session } from './session'

interface Options { session: Session, prefill: () => Promise<Prefill>, demo: DemoHost }

/** The calls `session:*`. None of them carries a token. */
export function sessionHandlers({ session, prefill, demo }: Options): Handlers<'session'> {
  const input = v.void()
  const output = sessionStateSchema
  return {
    'session:read': { input, output, run: session.state },
    'session:prefill': { input, output: prefillSchema, run: prefill },
    'session:signIn': { input: signInFormSchema, output, run: session.signIn },
    'session:signInToDemo': { input, output, run: async () => session.signIn(await demo.start()) },
    'session:signOut': { input, output, run: session.signOut },
  }
}
