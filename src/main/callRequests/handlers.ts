import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { callRequestsSchema } from '@shared/domain/callRequest'
import type { CallRequests } from './callRequests'

/** The calls `callRequests:*`. */
export const callRequestsHandlers = ({ callRequests }: { callRequests: CallRequests }): Handlers<'callRequests'> => ({
  'callRequests:list': { input: v.void(), output: callRequestsSchema, run: callRequests.list },
})
