import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { createOrderSchema, outboxEntrySchema } from '@shared/domain/outbox'
import type { Outbox } from './outbox'

/** The calls `outbox:*`. */
export const outboxHandlers = ({ outbox }: { outbox: Outbox }): Handlers<'outbox'> => ({
  'outbox:create': { input: createOrderSchema, output: outboxEntrySchema, run: outbox.create },
  'outbox:read': { input: v.void(), output: v.array(outboxEntrySchema), run: outbox.read },
  'outbox:dismiss': { input: v.strictObject({ key: v.string() }), output: v.void(), run: outbox.dismiss },
})
