import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import type { Clipboard, Files } from '@main/ports'
import { activityRecordSchema } from '@shared/domain/activity'
import type { Day } from '@shared/domain/time'
import { AppFailure } from '@shared/errors'
import type { Activity } from './activity'

/** Ten thousand records are about a tenth of it. */
const LONGEST = 20_000_000
const textSchema = v.strictObject({ text: v.pipe(v.string(), v.maxLength(LONGEST)) })

interface Parts { activity: Activity, files: Files, clipboard: Clipboard, today: () => Day }

/** The calls `activity:*`. */
export const activityHandlers = ({ activity, files, clipboard, today }: Parts): Handlers<'activity'> => ({
  'activity:read': { input: v.void(), output: v.array(activityRecordSchema), run: activity.read },
  'activity:export': { input: textSchema, output: v.boolean(), run: ({ text }) => saved(files.saveText(`activity-${today()}.csv`, text)) },
  'activity:copy': { input: textSchema, output: v.void(), run: ({ text }) => clipboard.write(text) },
})

/** A folder that can not be written to and a full disk are the person's to mend, not faults of ours. */
const saved = (saving: Promise<boolean>) => saving.catch(() => { throw new AppFailure({ kind: 'notSaved' }) })
