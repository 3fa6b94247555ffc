import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { draftFieldsSchema, draftNameSchema, draftSchema } from '@shared/domain/draft'
import type { Drafts } from './drafts'

/** The calls `drafts:*`. */
export const draftsHandlers = ({ drafts }: { drafts: Drafts }): Handlers<'drafts'> => ({
  'drafts:read': { input: draftNameSchema, output: v.nullable(draftFieldsSchema), run: drafts.read },
  'drafts:write': { input: draftSchema, output: v.void(), run: drafts.write },
  'drafts:discard': { input: draftNameSchema, output: v.void(), run: drafts.discard },
})
