import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { directorySchema } from '@shared/domain/clinic'
import type { Directory } from './directory'

/** The calls `directory:*`. */
export const directoryHandlers = ({ directory }: { directory: Directory }): Handlers<'directory'> => ({
  'directory:read': { input: v.void(), output: directorySchema, run: directory.read },
})
