import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { cacheStateSchema, type CacheState } from '@shared/domain/cacheState'

/** The calls `cache:*`. */
export const cacheHandlers = ({ state }: { state: () => CacheState }): Handlers<'cache'> => ({
  'cache:read': { input: v.void(), output: cacheStateSchema, run: state },
})
