import { AppFailure } from '@shared/errors'
import { isWithoutEffect } from './isWithoutEffect'

/**
 * Deletes a row. One that is not there any more counts as deleted, whoever did it; an answer that was lost is settled by looking.
 * Throws `AppFailure`: the server refused, or the answer was lost and the row is still there.
 */
export async function removeRow({ remove, retrieve }: { remove: () => Promise<void>, retrieve: () => Promise<unknown> }): Promise<void> {
  try {
    await remove()
  } catch (cause) {
    if (isGone(cause)) return
    if (!(cause instanceof AppFailure) || isWithoutEffect(cause.error) || !await isMissing(retrieve)) throw cause
  }
}

/** Whether the server says that the row is not there. */
export const isGone = (cause: unknown): boolean => cause instanceof AppFailure && cause.error.kind === 'notFound'

const isMissing = (retrieve: () => Promise<unknown>) => retrieve().then(() => false, isGone)
