import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { createOrderSchema, outboxEntrySchema } from '@shared/domain/outbox'
import { AppFailure } from '@shared/errors'
import type { Outbox } from './outbox'

const missing = { input: v.any(), output: v.any(), run: () => { throw new AppFailure({ kind: 'notFound' }) } }

/** The calls `outbox:*`. */
export const outboxHandlers = ({ outbox }: { outbox: Outbox }): Handlers<'outbox'> => ({
  'outbox:create': { input: createOrderSchema, output: outboxEntrySchema, run: outbox.create },
  'outbox:read': { input: v.void(), output: v.array(outboxEntrySchema), run: outbox.read },
  'outbox:day': missing, 'outbox:discard': missing, 'outbox:discardAll': missing, 'outbox:amend': missing,
  'outbox:retry': missing, 'outbox:sendNow': missing, 'outbox:resolve': missing,
  'outbox:dismiss': { input: v.strictObject({ key: v.string() }), output: v.void(), run: outbox.dismiss },
})
