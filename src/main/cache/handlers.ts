import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { cacheStateSchema } from '@shared/domain/cacheState'
import type { Cache } from './cache'

/** The calls `cache:*`. */
export const cacheHandlers = ({ recalled, state }: Pick<Cache, 'recalled' | 'state'>): Handlers<'cache'> => ({
  'cache:read': {
    input: v.void(),
    output: cacheStateSchema,
    async run() {
      // Damage is found by reading: not one file after the other is to be told of, but all of them.
      await recalled()
      return state()
    },
  },
})
