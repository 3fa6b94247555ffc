import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { changesSchema } from '@shared/domain/change'
import type { Changes } from './changes'

/** The calls `changes:*`. */
export const changesHandlers = (changes: Changes): Handlers<'changes'> => ({
  'changes:read': { input: v.void(), output: changesSchema, run: changes.read },
  'changes:markSeen': { input: v.void(), output: changesSchema, run: changes.markSeen },
})
