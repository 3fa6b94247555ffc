import * as v from 'valibot'
import { instantSchema } from './basics'
import { requestFactsSchema } from './triage'

/** How long notifications are silent; 'resumed' ends it. */
export const pauseForSchema = v.picklist(['hour', 'tomorrow', 'ever', 'resumed'])
export type PauseFor = v.InferOutput<typeof pauseForSchema>

/** How this desk tells of new call requests. The list and its badge always do; this is about the rest. */
export const alertsStatusSchema = v.strictObject({
  /** What the system did with the last notification; 'untried' in a run that has shown none yet. */
  native: v.picklist(['untried', 'works', 'fails']),
  /** Whether there is a tray to live in. */
  tray: v.boolean(),
  /** Null while not paused; `until` is null when only a person ends it. */
  paused: v.nullable(v.strictObject({ until: v.nullable(instantSchema) })),
  /** What a notification would have said that the system did not show; `latest` is the newest of `count`. */
  banner: v.nullable(v.strictObject({ count: v.number(), latest: requestFactsSchema })),
  /** Whether the system refused to start the program at login. */
  loginFailed: v.boolean(),
})
export type AlertsStatus = v.InferOutput<typeof alertsStatusSchema>
