import { AppFailure } from '@shared/errors'
import { isWithoutEffect } from './isWithoutEffect'

/** Saved, or someone else changed the row meanwhile: then it is as `current` says. */
export type Saved<Row> = { status: 'saved', row: Row } | { status: 'changedMeanwhile', current: Row }

interface Saving<Row> {
  /** The row as the person saw it. */
  base: Row
  /** The row as the person wants it. */
  wanted: Row
  isSame: (one: Row, other: Row) => boolean
  retrieve: () => Promise<Row>
  /** Sends the change and answers with the server's row. */
  send: () => Promise<Row>
}

/**
 * Saves a change of a row that nobody else has changed since the person saw it. The API has no versions, so the row is looked at
 * first; a change in the moment between is overwritten. An answer that was lost is settled by looking again.
 * Throws `AppFailure`: the row can not be read, the server refused, or the answer was lost and the row is as before.
 */
export async function saveRow<Row>({ base, wanted, isSame, retrieve, send }: Saving<Row>): Promise<Saved<Row>> {
  const standsAs = (row: Row): Saved<Row> | undefined => {
    if (isSame(row, wanted)) return { status: 'saved', row }
    return isSame(row, base) ? undefined : { status: 'changedMeanwhile', current: row }
  }
  const before = standsAs(await retrieve())
  if (before) return before
  try {
    return { status: 'saved', row: await send() }
  } catch (cause) {
    if (!(cause instanceof AppFailure) || isWithoutEffect(cause.error)) throw cause
    const after = standsAs(await retrieve().catch(() => { throw cause }))
    if (after) return after
    throw cause
  }
}
