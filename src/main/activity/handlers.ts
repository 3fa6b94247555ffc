import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { orFailure } from '@main/orFailure'
import type { Clipboard, Files } from '@main/ports'
import { activityRecordSchema } from '@shared/domain/activity'
import type { Day } from '@shared/domain/time'
import type { Activity } from './activity'

/** Ten thousand records are about a tenth of it. */
const LONGEST = 20_000_000
const textSchema = v.strictObject({ text: v.pipe(v.string(), v.maxLength(LONGEST)) })

interface Parts { activity: Activity, files: Files, clipboard: Clipboard, today: () => Day }

/** The calls `activity:*`. */
export const activityHandlers = ({ activity, files, clipboard, today }: Parts): Handlers<'activity'> => ({
  'activity:read': { input: v.void(), output: v.array(activityRecordSchema), run: activity.read },
  'activity:export': {
    input: textSchema, output: v.boolean(), run: ({ text }) => orFailure(files.save(`activity-${today()}.csv`, text), { kind: 'notSaved' }),
  },
  'activity:copy': { input: textSchema, output: v.void(), run: ({ text }) => clipboard.write(text) },
})
