import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { updatesSchema } from '@shared/domain/updates'
import type { Updates } from './updates'

/** The calls `updates:*`. */
export const updatesHandlers = ({ read, check, install }: Updates): Handlers<'updates'> => ({
  'updates:read': { input: v.void(), output: updatesSchema, run: read },
  'updates:check': { input: v.void(), output: updatesSchema, run: check },
  'updates:install': { input: v.void(), output: updatesSchema, run: install },
})
