import type { HandOver, HandOverNote } from '@shared/domain/handOver'

/** A shift and a bit: what one wrote before that is no longer one's present note. */
const SHIFT_MS = 12 * 3_600_000

/** The note on which somebody goes on writing who comes back to the page: their newest of this shift, unless it is done. */
export const continuedNote = ({ notes, made }: Pick<HandOver, 'notes' | 'made'>): HandOverNote | undefined =>
  notes.find(({ mine, done, at }) => mine && done === null && at > made - SHIFT_MS)
