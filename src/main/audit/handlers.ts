import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { orFailure } from '@main/orFailure'
import type { Files } from '@main/ports'
import { auditRecordSchema } from '@shared/domain/audit'
import type { Day } from '@shared/domain/time'
import type { Audit } from './audit'

const LONGEST = 20_000_000
const textSchema = v.strictObject({ text: v.pipe(v.string(), v.maxLength(LONGEST)) })

interface Parts { audit: Audit, files: Files, today: () => Day }

/** The calls `audit:*`. */
export const auditHandlers = ({ audit, files, today }: Parts): Handlers<'audit'> => ({
  'audit:read': { input: v.void(), output: v.array(auditRecordSchema), run: audit.read },
  'audit:export': {
    input: textSchema,
    output: v.boolean(),
    run: ({ text }) => orFailure(files.save(`audit-${today()}.csv`, text), { kind: 'notSaved' }),
  },
})
