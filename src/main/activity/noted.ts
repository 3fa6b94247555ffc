import { AppFailure } from '@shared/errors'
import type { Activity } from './activity'
import type { ActivityNote } from '@shared/domain/activity'

/** Waits for an action and notes how it ended; `outcomeOf` says what a result means. Throws what the action throws. */
export async function noted<T>(
  activity: Pick<Activity, 'add'>, of: Omit<ActivityNote, 'outcome'>, action: Promise<T>, outcomeOf: (result: T) => ActivityNote['outcome'],
): Promise<T> {
  try {
    const result = await action
    activity.add({ ...of, outcome: outcomeOf(result) })
    return result
  } catch (cause) {
    activity.add({ ...of, outcome: 'failed', failure: cause instanceof AppFailure ? cause.error.kind : 'unexpected' })
    throw cause
  }
}
