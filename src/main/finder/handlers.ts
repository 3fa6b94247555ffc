import type { Handlers } from '@main/ipc/router'
import { findQuerySchema, foundSlotsSchema } from '@shared/domain/finder'
import type { Finder } from './finder'

/** The calls `finder:*`. */
export const finderHandlers = ({ finder }: { finder: Finder }): Handlers<'finder'> => ({
  'finder:find': { input: findQuerySchema, output: foundSlotsSchema, run: finder.find },
})
