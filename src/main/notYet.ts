import * as v from 'valibot'
import { AppFailure } from '@shared/errors'
import type { Handlers } from './ipc/router'

/** Calls that are in the contract and not built yet. Goes away with the last of them. */
const missing = { input: v.any(), output: v.any(), run: () => { throw new AppFailure({ kind: 'notFound' }) } }

export const notYet: Handlers<'runway'> = {
  'runway:read': missing, 'runway:gap': missing,
}
