import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { initialsSchema, markChangeSchema, markChangesSchema, triageSchema } from '@shared/domain/triage'
import type { Triage } from './triage'

/** The calls `triage:*`. */
export const triageHandlers = ({ triage }: { triage: Triage }): Handlers<'triage'> => ({
  'triage:read': { input: v.void(), output: triageSchema, run: () => triage.read() },
  'triage:readAfter': { input: v.strictObject({ revision: v.number() }), output: triageSchema, run: ({ revision }) => triage.read(revision) },
  'triage:change': { input: markChangesSchema, output: v.array(markChangeSchema), run: triage.change },
  'triage:sign': { input: v.strictObject({ initials: initialsSchema }), output: v.void(), run: ({ initials }) => triage.sign(initials) },
})
