import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { sessionStateSchema, signInFormSchema } from '@shared/domain/session'
import type { Lock } from './lock'

const unlockSchema = v.strictObject({ password: signInFormSchema.entries.password })

/** The calls `lock:*`. */
export const lockHandlers = ({ lock }: { lock: Lock }): Handlers<'lock'> => ({
  'lock:lock': {
    input: v.void(),
    output: sessionStateSchema,
    async run() {
      await lock.lock()
      return lock.state()
    },
  },
  'lock:unlock': { input: unlockSchema, output: sessionStateSchema, run: ({ password }) => lock.unlock(password) },
  'lock:leave': { input: v.void(), output: sessionStateSchema, run: lock.leave },
})
