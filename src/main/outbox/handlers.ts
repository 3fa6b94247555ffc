import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { createOrderSchema, outboxEntrySchema, outboxVerdictSchema } from '@shared/domain/outbox'
import { dayQuerySchema } from '@shared/domain/slot'
import type { Outbox } from './outbox'

const of = v.strictObject({ key: v.string() })
const entries = v.array(outboxEntrySchema)

/** The calls `outbox:*`. */
export const outboxHandlers = ({ outbox }: { outbox: Outbox }): Handlers<'outbox'> => ({
  'outbox:create': { input: createOrderSchema, output: outboxEntrySchema, run: outbox.create },
  'outbox:read': { input: v.void(), output: entries, run: outbox.read },
  'outbox:day': { input: dayQuerySchema, output: entries, run: outbox.day },
  'outbox:dismiss': { input: of, output: v.void(), run: outbox.dismiss },
  'outbox:discard': { input: of, output: v.void(), run: outbox.discard },
  'outbox:discardAll': { input: v.void(), output: v.void(), run: outbox.discardAll },
  'outbox:amend': { input: v.strictObject({ ...createOrderSchema.entries, key: v.string() }), output: outboxEntrySchema, run: outbox.amend },
  'outbox:retry': { input: of, output: outboxEntrySchema, run: outbox.retry },
  'outbox:sendNow': { input: v.void(), output: v.void(), run: outbox.sendNow },
  'outbox:resolve': { input: outboxVerdictSchema, output: outboxEntrySchema, run: outbox.resolve },
})
